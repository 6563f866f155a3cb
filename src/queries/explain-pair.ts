/** Why a pair of the matrix is as it is, over all of packet space: what is allowed, and what is not. */

import { ALL } from '../algebra/connection-set.ts';
import type { Reach } from '../engine/reach.ts';
import { explain, type Reason } from './explain.ts';
import type { End, Pair } from './matrix.ts';

/** A merged range of outside addresses is explained by its first one. */
export function explainPair(reach: Reach, { from, to }: Pair): Reason[] {
  const names = { from: from.id, to: to.id };
  return explain(reach, { from: nodeOf(reach, from), to: nodeOf(reach, to), asked: ALL, names });
}

function nodeOf(reach: Reach, end: End): number {
  if (end.kind !== 'outside') return end.node;
  const { family, first } = end.range;
  return reach.nodes.findIndex((n) => n.kind === 'outside' && n.range.family === family && n.range.first === first);
}
