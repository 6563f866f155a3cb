/**
 * In which order the items of a column stand: sorted by where their lines come from, swept to and fro, the arrangement
 * with the fewest crossings kept (Sugiyama, Tagawa and Toda, 1981, barycentre ordering). Namespaces keep their places.
 */

import { byKeys } from '../../../util/ordering.ts';
import type { Item, Plan, Wire } from './plan.ts';

const SWEEPS = 16;

/** Per column, the items from top to bottom. */
export type Order = readonly (readonly Item[])[];

type Positions = ReadonlyMap<Item, number>;

function positionsOf(order: Order): Positions {
  return new Map(
    order.flatMap((column) => column.map((item, index) => [item, index / Math.max(1, column.length - 1)])),
  );
}

function crossings(wires: readonly Wire[], order: Order): number {
  const positions = positionsOf(order);
  const placed = wires.map(({ left, leftAt, right, rightAt }) => ({
    gap: left.column,
    left: (positions.get(left) ?? 0) + leftAt / 1e6,
    right: (positions.get(right) ?? 0) + rightAt / 1e6,
  }));
  let count = 0;
  for (const [index, a] of placed.entries()) {
    for (const b of placed.slice(index + 1)) {
      if (a.gap === b.gap && (a.left - b.left) * (a.right - b.right) < 0) count += 1;
    }
  }
  return count;
}

/** Sorts one column by the mean place of its neighbours on one side; items without any stay where they were. */
function sorted(column: readonly Item[], wires: readonly Wire[], positions: Positions, side: 'left' | 'right'): Item[] {
  const other = side === 'left' ? 'right' : 'left';
  const key = (item: Item): number => {
    const near = wires.filter((wire) => wire[other] === item).map((wire) => positions.get(wire[side]) ?? 0);
    return near.length === 0 ? (positions.get(item) ?? 0) : near.reduce((sum, at) => sum + at, 0) / near.length;
  };
  const keys = new Map(column.map((item) => [item, key(item)]));
  return [...column].sort(
    byKeys(
      ({ lane }) => lane,
      (item) => keys.get(item) ?? 0,
    ),
  );
}

export function orderOf({ items, columns, wires }: Plan): Order {
  const start = Array.from({ length: columns }, (_, index) => items.filter(({ column }) => column === index));
  let order: Order = start.map((column) => [...column].sort(byKeys(({ lane }) => lane)));
  let best = { order, count: crossings(wires, order) };
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const rightwards = sweep % 2 === 0;
    const next = [...order];
    for (let step = 0; step < columns; step++) {
      const index = rightwards ? step : columns - 1 - step;
      next[index] = sorted(next[index] ?? [], wires, positionsOf(next), rightwards ? 'left' : 'right');
    }
    order = next;
    const count = crossings(wires, order);
    if (count < best.count) best = { order, count };
  }
  return best.order;
}
