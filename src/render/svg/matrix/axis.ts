/**
 * One side of a matrix: a slot for each end, and before each namespace a slot that holds its title. Rows are read from
 * sources, columns from destinations; workloads are on both, in the same order.
 */

import type { GraphGroup } from '../../graph.ts';
import { element, rounded, textAt, tooltip } from '../element.ts';
import type { Sketch, Spot } from '../sketch.ts';
import { fitText, textWidth } from '../text-width.ts';

export interface Slot {
  readonly text: string;
  /** Absent: a heading. */
  readonly spot?: Spot;
}

export interface Axis {
  readonly slots: readonly Slot[];
  /** Runs of slots with ends, without their heading. */
  readonly blocks: readonly { readonly start: number; readonly end: number }[];
  readonly positions: ReadonlyMap<Spot, number>;
  /** How much room the longest label takes. */
  readonly room: number;
}

const LONGEST = 190;
const WITHOUT_GROUP: GraphGroup = { id: '', title: '' };

function sections({ groups, spots }: Sketch, outside: 'before' | 'behind'): { title: string; spots: Spot[] }[] {
  const byGroup = Map.groupBy(spots, ({ place, group }) => (place === 'inside' ? (group ?? '') : `@${place}`));
  const inside = [...groups, WITHOUT_GROUP].map(({ id, title }) => ({ title, spots: byGroup.get(id) ?? [] }));
  return [{ title: 'outside', spots: byGroup.get(`@${outside}`) ?? [] }, ...inside].filter((s) => s.spots.length > 0);
}

export function axisOf(sketch: Sketch, outside: 'before' | 'behind', size: number): Axis {
  const slots: Slot[] = [];
  const blocks: { start: number; end: number }[] = [];
  for (const { title, spots } of sections(sketch, outside)) {
    if (title !== '') slots.push({ text: fitText(title, size, LONGEST) });
    const start = slots.length;
    slots.push(...spots.map((spot) => ({ text: fitText(spot.label, size, LONGEST), spot })));
    blocks.push({ start, end: slots.length });
  }
  const positions = new Map(slots.flatMap(({ spot }, index) => (spot === undefined ? [] : [[spot, index]])));
  const room = Math.ceil(slots.reduce((most, { text }) => Math.max(most, textWidth(text, size)), 0)) + 8;
  return { slots, blocks, positions, room };
}

export interface LabelPlace {
  /** Of one slot along the axis. */
  readonly cell: number;
  readonly size: number;
  /** Labels of columns are turned to the left and read upwards. */
  readonly turned: boolean;
}

/** The labels of an axis, each ending at the grid, whose corner is the origin. */
export function* labels({ slots }: Axis, { cell, size, turned }: LabelPlace): Generator<string> {
  for (const [index, { text, spot }] of slots.entries()) {
    const at = rounded(index * cell + cell / 2 + size * 0.35);
    const place = turned ? { transform: `translate(${at} -6) rotate(-90)` } : { 'text-anchor': 'end' };
    const look = spot === undefined ? 'strong fill-ink' : 'fill-soft';
    const [x, y] = turned ? [0, 0] : [-6, at];
    const label = textAt([x, y], text, { ...place, 'font-size': size, class: look });
    const name = spot === undefined || spot.name === text ? '' : tooltip(spot.name);
    yield `${name === '' ? label : element('g', {}, [name, label])}\n`;
  }
}
