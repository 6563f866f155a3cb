/**
 * Where everything stands: columns side by side with room for their lines, namespaces as lanes one above the other,
 * and in them every item as level with its neighbours as the others let it be.
 */

import type { Order } from './order.ts';
import type { Item, Plan, Wire } from './plan.ts';
import { spread } from './spread.ts';

export const LANE = { padding: 18, title: 34, gap: 16 } as const;
const BETWEEN = 14;
const SWEEPS = 10;

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Places {
  readonly lanes: readonly Span[];
  /** The tops of the items. */
  readonly tops: ReadonlyMap<Item, number>;
}

export function columnSpans({ wires }: Plan, order: Order): Span[] {
  let x = 0;
  return order.map((items, index) => {
    const width = Math.max(0, ...items.map((item) => item.width));
    const crossing = new Set(wires.filter(({ left }) => left.column === index)).size;
    const span = { start: x, end: x + width };
    const gap = Math.min(130, 60 + 4 * crossing);
    x = span.end + (width === 0 ? 0 : gap);
    return span;
  });
}

const stackHeight = (items: readonly Item[]): number =>
  items.reduce((sum, { height }) => sum + height + BETWEEN, -BETWEEN);

/** A lane without items takes no room. */
function laneSpans(order: Order, lanes: number): Span[] {
  let y = 0;
  return Array.from({ length: lanes }, (_, index) => {
    const stacks = order.map((column) => stackHeight(column.filter(({ lane }) => lane === index)));
    const height = Math.max(0, ...stacks);
    if (height === 0) return { start: y, end: y };
    const start = y + LANE.title;
    const end = start + height;
    y = end + LANE.padding + LANE.gap;
    return { start, end };
  });
}

/** Where an item would stand if its lines on both sides were level. */
function wishedTop(item: Item, wires: readonly Wire[], tops: ReadonlyMap<Item, number>): number {
  const wishes = wires.flatMap(({ left, leftAt, right, rightAt }) => {
    if (left === item) return [(tops.get(right) ?? 0) + rightAt - leftAt];
    return right === item ? [(tops.get(left) ?? 0) + leftAt - rightAt] : [];
  });
  if (wishes.length === 0) return tops.get(item) ?? 0;
  return wishes.reduce((sum, top) => sum + top, 0) / wishes.length;
}

interface Shelf {
  readonly items: readonly Item[];
  readonly range: readonly [number, number];
}

/** The items of one column and one lane, with the room they have. */
function shelvesOf(order: Order, lanes: readonly Span[]): Shelf[] {
  const bottom = lanes.at(-1)?.end ?? 0;
  return order.flatMap((column) => {
    const byLane = Map.groupBy(column, ({ lane }) => lane);
    return [...byLane].map(([lane, items]): Shelf => {
      const own = lanes[lane];
      return { items, range: [own?.start ?? LANE.title, own?.end ?? bottom] };
    });
  });
}

/** `count`: of the lanes. */
export function placesOf(plan: Plan, order: Order, count: number): Places {
  const lanes = laneSpans(order, count);
  const shelves = shelvesOf(order, lanes);
  const tops = new Map<Item, number>();
  const settle = ({ items, range }: Shelf): void => {
    const wishes = items.map((item) => ({ top: wishedTop(item, plan.wires, tops), height: item.height }));
    for (const [index, top] of spread(wishes, BETWEEN, range).entries()) {
      const item = items[index];
      if (item !== undefined) tops.set(item, top);
    }
  };
  for (const { items, range } of shelves) {
    const middle = (range[0] + range[1] - stackHeight(items)) / 2;
    for (const item of items) tops.set(item, middle);
  }
  for (let sweep = 0; sweep < SWEEPS; sweep++)
    for (const shelf of sweep % 2 === 0 ? shelves : shelves.toReversed()) settle(shelf);
  return { lanes, tops };
}
