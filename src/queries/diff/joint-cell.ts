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
import type { Cell } from '../../engine/reach.ts';

export const NOTHING: Cell = { allow: NONE, unknown: NONE };

/** The cell of two parts together; the order of many parts does not matter, nor that one comes twice. */
export function jointCell(a: Cell, b: Cell): Cell {
  const allow = intersect(a.allow, b.allow);
  return { allow, unknown: subtract(union(mayOf(a), mayOf(b)), allow) };
}

function mayOf({ allow, unknown }: Cell): ConnectionSet {
  return union(allow, unknown);
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
