/**
 * What holds between two workloads as wholes: allowed is what every pair of their variants may exchange, unknown is
 * what only some of them may, or what cannot be decided. A workload that is not there may exchange nothing.
 */

import {
  type ConnectionSet,
  connectionKey,
  intersect,
  isEmpty,
  NONE,
  subtract,
  union,
} from '../../algebra/connection-set.ts';
import type { Cell, Reach } from '../../engine/reach.ts';

const NOTHING: Cell = { allow: NONE, unknown: NONE };

/** `sources` and `destinations` are classes of the reach. */
export function jointCell(reach: Reach, sources: readonly number[], destinations: readonly number[]): Cell {
  const cells = sources.flatMap((source) => destinations.map((destination) => reach.cell(source, destination)));
  const [first, ...rest] = cells;
  if (!first) return NOTHING;
  if (rest.length === 0) return first;
  const allow = rest.reduce((all, cell) => intersect(all, cell.allow), first.allow);
  const some = cells.reduce((any, cell) => union(any, union(cell.allow, cell.unknown)), NONE);
  return { allow, unknown: subtract(some, allow) };
}

export function cutCell({ allow, unknown }: Cell, connection: ConnectionSet): Cell {
  return { allow: intersect(allow, connection), unknown: intersect(unknown, connection) };
}

/** Equal for cells with the same sets. */
export function cellKey({ allow, unknown }: Cell): string {
  return `${connectionKey(allow)} ${connectionKey(unknown)}`;
}

export function isNothing({ allow, unknown }: Cell): boolean {
  return isEmpty(allow) && isEmpty(unknown);
}
