/**
 * How the cells of a matrix look: one tile per kind, repeated over a run of cells. Full is a filled cell, partial a
 * small square, unknown hatched, and changes carry their sign, so that nothing is told by colour alone.
 */

import { element } from '../element.ts';
import type { LinkKind } from '../kinds.ts';

export type Tile = LinkKind | 'empty';

/** `portolan-full-16`: pictures with other cells may stand in the same page. */
export function tileId(tile: Tile, size: number): string {
  return `portolan-${tile}-${size}`;
}

function square(size: number, inset: number, colour: string): string {
  const side = size - 2 * inset;
  return element('rect', { x: inset, y: inset, width: side, height: side, rx: 1.5, class: `fill-${colour}` });
}

function hatch(size: number): string {
  const low = 1.5;
  const high = size - 1.5;
  const middle = size / 2;
  const d = `M${low} ${middle}L${middle} ${low}M${low} ${high}L${high} ${low}M${middle} ${high}L${high} ${middle}`;
  return element('path', { d, fill: 'none', 'stroke-width': 1.3, class: 'stroke-unknown' });
}

/** The sign of a change, cut out of its square. */
function sign(size: number, vertical: boolean): string {
  const [middle, arm] = [size / 2, size / 2 - 3.5];
  const flat = `M${middle - arm} ${middle}h${2 * arm}`;
  const d = vertical ? `${flat}M${middle} ${middle - arm}v${2 * arm}` : flat;
  return element('path', { d, fill: 'none', 'stroke-width': 1.8, class: 'stroke-paper' });
}

/** The picture of one cell, as markup. */
export function tile(kind: Tile, size: number): string {
  const inset = size / 3.4;
  switch (kind) {
    case 'empty':
      return square(size, 0.75, 'faint');
    case 'full':
      return square(size, 0.75, 'accent');
    case 'partial':
      return square(size, 0.75, 'tint') + square(size, inset, 'accent');
    case 'unknown':
      return square(size, 0.75, 'faint') + hatch(size);
    case 'mixed':
      return square(size, 0.75, 'tint') + hatch(size) + square(size, inset, 'accent');
    case 'added':
      return square(size, 0.75, 'added') + sign(size, true);
    case 'removed':
      return square(size, 0.75, 'removed') + sign(size, false);
    case 'changed':
      return square(size, 0.75, 'changed') + square(size, inset, 'paper');
  }
}

export function pattern(kind: Tile, size: number): string {
  const box = { width: size, height: size, patternUnits: 'userSpaceOnUse' };
  return element('pattern', { id: tileId(kind, size), ...box }, [tile(kind, size)]);
}
