/** Why a pair of the matrix is as it is, over all of packet space: what is allowed, and what is not. */

import { ALL } from '../algebra/connection-set.ts';
import type { Reach } from '../engine/reach.ts';
import { explain, type Reason } from './explain.ts';
import type { Pair } from './matrix.ts';

/** A merged range of outside addresses is explained by its first one. */
export function explainPair(reach: Reach, { from, to }: Pair): Reason[] {
  const names = { from: from.id, to: to.id };
  return explain(reach, { from: from.node, to: to.node, asked: ALL, names });
}
