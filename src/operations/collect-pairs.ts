/** The pairs of a matrix in order, within what one answer may hold. */

import type { Analysis } from '../analysis/analysis.ts';
import { type MatrixQuery, type Pair, pairs } from '../queries/matrix.ts';
import { byKeys } from '../util/ordering.ts';
import { requireAffordable } from './affordable.ts';
import { collectWithin } from './collect.ts';

/** Sorted by `from`, then `to`; what is too much for one answer is a problem that says how to ask for less. */
export function collectPairs(analysis: Analysis, query: MatrixQuery): Pair[] {
  const reach = analysis.reach();
  requireAffordable([reach]);
  const narrower = '`focus`, `connection` or `external=false`';
  const found = collectWithin(pairs(reach, query), { what: 'connections', narrower });
  return found.sort(
    byKeys(
      (p) => p.from.id,
      (p) => p.to.id,
    ),
  );
}
