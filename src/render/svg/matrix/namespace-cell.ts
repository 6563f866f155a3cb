/** A cell of the matrix of namespaces: how many pairs are open, darker where that is more of them. */

import { element, rounded, textAt, tooltip } from '../element.ts';
import type { LegendEntry } from '../page.ts';
import type { Traffic } from './namespaces.ts';

export interface CellPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const NUMBER_SIZE = 11;
const HATCH = 'portolan-hatch';
/** Up to which share of the pairs a shade goes, and its opacity. */
const SHADES = [
  { share: 0.25, opacity: 0.14, text: 'up to a quarter of the pairs are open' },
  { share: 0.5, opacity: 0.3, text: 'up to half' },
  { share: 0.999, opacity: 0.48, text: 'more than half' },
  { share: 1, opacity: 1, text: 'all' },
] as const;
const ALL = SHADES[3];

/** Hatching without seams. */
export function hatchPattern(): string {
  const d = 'M-1 1L1 -1M0 6L6 0M5 7L7 5';
  const lines = element('path', { d, class: 'stroke-unknown', 'stroke-width': 1.2, 'stroke-opacity': '0.45' });
  return element('pattern', { id: HATCH, width: 6, height: 6, patternUnits: 'userSpaceOnUse' }, [lines]);
}

function inset({ x, y, width, height }: CellPlace): Record<string, number> {
  return { x: x + 0.75, y: y + 0.75, width: width - 1.5, height: height - 1.5, rx: 2 };
}

export function emptyCell(place: CellPlace): string {
  return element('rect', { ...inset(place), class: 'fill-faint' });
}

function hatched(place: CellPlace): string {
  return emptyCell(place) + element('rect', { ...inset(place), fill: `url(#${HATCH})` });
}

function shaded(place: CellPlace, opacity: number): string {
  return element('rect', { ...inset(place), class: 'fill-accent', 'fill-opacity': `${opacity}` });
}

/** Beside what is open, some pairs are unknown. */
function corner({ x, y, width }: CellPlace): string {
  return element('path', { d: `M${rounded(x + width - 8)} ${y + 1}h7v7z`, class: 'fill-unknown' });
}

export function trafficCell({ open, unknown, pairs }: Traffic, place: CellPlace, ends: string): string {
  const { x, y, width, height } = place;
  const percent = Math.round((open / pairs) * 100);
  const doubt = unknown > 0 ? `; ${unknown} more cannot be decided` : '';
  const title = tooltip(`${ends}: ${open} of ${pairs} pairs open (${percent} %)${doubt}`);
  const number = (text: string, colour: string): string => {
    const look = { class: `fill-${colour}`, 'text-anchor': 'middle', 'font-size': NUMBER_SIZE };
    return textAt([x + width / 2, y + height / 2 + 4], text, look);
  };
  if (open === 0) return element('g', {}, [title, hatched(place), number(`?${unknown}`, 'unknown')]);
  const { opacity } = SHADES.find(({ share }) => open / pairs <= share) ?? ALL;
  const parts = [title, shaded(place, opacity), number(`${open}`, opacity === ALL.opacity ? 'paper' : 'ink')];
  return element('g', {}, unknown > 0 ? [...parts, corner(place)] : parts);
}

export function cellLegend(traffics: readonly Traffic[]): LegendEntry[] {
  const swatch: CellPlace = { x: 0, y: 0, width: 24, height: 14 };
  const shades = SHADES.map(({ opacity, text }) => ({ swatch: shaded(swatch, opacity), text }));
  const mixed = { swatch: shaded(swatch, SHADES[1].opacity) + corner(swatch), text: 'others cannot be decided' };
  const none = { swatch: hatched(swatch), text: 'none open, so many cannot be decided' };
  return [
    ...shades,
    ...(traffics.some(({ open, unknown }) => open > 0 && unknown > 0) ? [mixed] : []),
    ...(traffics.some(({ open }) => open === 0) ? [none] : []),
  ];
}
