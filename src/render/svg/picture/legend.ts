/** What the signs of a picture mean; only those that are in it. */

import { element } from '../element.ts';
import type { LegendEntry } from '../page.ts';
import type { Pin } from './box.ts';
import { arrow, PIN_COLOURS } from './draw-box.ts';
import { BROKEN } from './draw-line.ts';
import type { Plan } from './plan.ts';

const MEANINGS: Readonly<Record<Pin['style'], string>> = {
  allowed: 'may connect, on the ports where the line ends',
  unknown: 'cannot be decided from the files',
  added: 'added',
  removed: 'removed',
  changed: 'changed',
};

function lineEntry(style: Pin['style']): LegendEntry {
  const look = `wire stroke-${PIN_COLOURS[style]}${BROKEN[style] ?? ''}`;
  return { swatch: element('path', { d: 'M0 7H17', class: look }) + arrow([24, 7], style), text: MEANINGS[style] };
}

function barEntry(x: number, text: string): LegendEntry {
  const box = element('rect', { x: 0.5, y: 0.5, width: 23, height: 13, rx: 3, class: 'fill-box stroke-line' });
  return { swatch: box + element('rect', { x, y: 2, width: 4, height: 10, rx: 2, class: 'fill-accent' }), text };
}

export function legendOf({ lines, items, closed }: Plan): LegendEntry[] {
  const styles = new Set(lines.map(({ pin }) => pin.style));
  const boxes = [...items.flatMap(({ box }) => (box === undefined ? [] : [box])), ...closed];
  const isolated = boxes.flatMap(({ spot }) => spot.isolated ?? []);
  return [
    ...(Object.keys(MEANINGS) as Pin['style'][]).filter((style) => styles.has(style)).map(lineEntry),
    ...(isolated.some(({ ingress }) => ingress) ? [barEntry(2, 'policies limit what comes in')] : []),
    ...(isolated.some(({ egress }) => egress) ? [barEntry(18, 'policies limit what goes out')] : []),
  ];
}
