/** The pairs of a matrix in order, within what one answer may hold. */

import type { Analysis } from '../analysis/analysis.ts';
import { LIMITS } from '../ingest/index.ts';
import { type MatrixQuery, type Pair, pairs } from '../queries/matrix.ts';
import { byKeys } from '../util/ordering.ts';
import { exceed } from '../util/problem.ts';
import { requireAffordable } from './affordable.ts';

/** Sorted by `from`, then `to`; what is too much for one answer is a problem that says how to ask for less. */
export function collectPairs(analysis: Analysis, query: MatrixQuery): Pair[] {
  const reach = analysis.reach();
  requireAffordable([reach]);
  const found: Pair[] = [];
  for (const pair of pairs(reach, query)) {
    found.push(pair);
    if (found.length <= LIMITS.connections.value) continue;
    const detail = 'the answer has too many connections; ask for a part with `focus`, `connection` or `external=false`';
    exceed('connections', found.length, LIMITS.connections.value, detail);
  }
  return found.sort(
    byKeys(
      (p) => p.from.id,
      (p) => p.to.id,
    ),
  );
}
