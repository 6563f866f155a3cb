/** What a pair of ends may exchange, in the destination's ports. */

import { type ConnectionSet, NONE } from '../algebra/connection-set.ts';

/** The two sets are disjoint. */
export interface Cell {
  readonly allow: ConnectionSet;
  readonly unknown: ConnectionSet;
}

export const EMPTY_CELL: Cell = { allow: NONE, unknown: NONE };
