/** The matrix in the contract's shape, and what stands in it beside the connections. */

import { isEmpty } from '../algebra/connection-set.ts';
import type { Analysis } from '../analysis/analysis.ts';
import type { Finding } from '../ingest/index.ts';
import type { MatrixQuery, Pair } from '../queries/matrix.ts';
import { byKeys } from '../util/ordering.ts';
import { doubts } from './doubts.ts';
import { common, requireWorkloads, workloads } from './inventory.ts';
import { collectPairs, matrixPart, pairsWithin } from './matrix-part.ts';
import { matrixQuery } from './matrix-query.ts';
import type { FocusOptions } from './options.ts';
import { explained, pairJson } from './pair-json.ts';
import type * as results from './results.ts';
import { unknownFocus } from './unknown-focus.ts';

export interface AskedPairs {
  /** Sorted by `from`, then `to`. */
  readonly found: Pair[];
  /** What is to be said of them, beside what is wrong in the files. */
  readonly findings: readonly Finding[];
}

/** The pairs a question is about. Throws `ProblemError` where they are more than one answer may hold. */
export function askedPairs(analysis: Analysis, options: FocusOptions): AskedPairs {
  requireWorkloads(analysis);
  const query = matrixQuery(options);
  const found = collectPairs(analysis, query);
  const doubtful = found.some((p) => !isEmpty(p.unknown));
  return { found, findings: matrixFindings(analysis, query, doubtful) };
}

/** The pairs that are asked for, where one answer may hold them. */
export function foundPairs(analysis: Analysis, options: FocusOptions): Pair[] | undefined {
  requireWorkloads(analysis);
  return pairsWithin(analysis, matrixQuery(options));
}

/** The matrix in the contract's shape. Throws `ProblemError` where it is larger than one answer may be. */
export function reachabilityResult(analysis: Analysis, options: FocusOptions): results.ReachabilityResult {
  return resultOf(analysis, options, foundPairs(analysis, options));
}

/** The same of what `foundPairs` found. */
export function resultOf(
  analysis: Analysis,
  options: FocusOptions,
  found: Pair[] | undefined,
): results.ReachabilityResult {
  const query = matrixQuery(options);
  const { limit, cursor } = options;
  const { pairs, next, total, doubtful, ends } = matrixPart(analysis, query, { found, limit, cursor });
  const because = options.explain ? explained(pairs.length) : () => ({});
  const inside = workloads(analysis).filter((peer) => query.focus.length === 0 || ends.has(peer.id));
  const outside = [...ends.values()].flatMap((end): results.PeerJson[] =>
    end.kind === 'endpoint' ? [] : [{ id: end.id, type: end.kind === 'entry' ? 'entry' : 'external' }],
  );
  return {
    ...common(analysis, matrixFindings(analysis, query, doubtful)),
    peers: [...inside, ...outside].sort(byKeys((p) => p.id)),
    connections: pairs.map((pair) => ({ ...pairJson(analysis, pair), ...because(analysis, pair) })),
    ...(next === undefined ? {} : { next }),
    summary: matrixSummary(analysis, total),
  };
}

/** What is to be said of a matrix, beside what is wrong in the files. */
export function matrixFindings(analysis: Analysis, query: MatrixQuery, doubtful: boolean): Finding[] {
  return [...(doubtful ? doubts(analysis) : []), ...unknownFocus(analysis, query)];
}

export function matrixSummary(analysis: Analysis, connections: number): results.ReachabilityResult['summary'] {
  return {
    documents: analysis.documentCount,
    workloads: analysis.cluster().workloads.length,
    policies: analysis.policies().policies.length,
    connections,
    refused: analysis.refused,
    otherKinds: Object.fromEntries(analysis.otherKinds()),
  };
}
