/**
 * The matrix: every ordered pair with something allowed or unknown. Outside addresses with the same answer are merged
 * per pair, so that no policy cuts the rows of a workload it does not select.
 */

import type { Reach } from '../engine/reach.ts';
import { AskedMatrix, type Pair } from './matrix/asked-matrix.ts';
import type { MatrixQuery } from './matrix/query.ts';

export type { Pair } from './matrix/asked-matrix.ts';
export type { End } from './matrix/ends.ts';
export type { MatrixQuery } from './matrix/query.ts';

/** The pairs a query asks for, class by class; sort them before showing them. */
export function pairs(reach: Reach, query: MatrixQuery): Iterable<Pair> {
  return new AskedMatrix(reach, query).pairs();
}
