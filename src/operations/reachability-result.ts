/** The matrix in the contract's shape, and what stands in it beside the connections. */

import { isEmpty } from '../algebra/connection-set.ts';
import type { Model } from '../analysis/model.ts';
import type { Finding } from '../ingest/index.ts';
import type { End, MatrixQuery, Pair } from '../queries/matrix.ts';
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
export function askedPairs(model: Model, options: FocusOptions): AskedPairs {
  requireWorkloads(model);
  const query = matrixQuery(options);
  const found = collectPairs(model, query);
  const doubtful = found.some((p) => !isEmpty(p.unknown));
  return { found, findings: matrixFindings(model, query, doubtful) };
}

/** The pairs that are asked for, where one answer may hold them. */
export function foundPairs(model: Model, options: FocusOptions): Pair[] | undefined {
  requireWorkloads(model);
  return pairsWithin(model, matrixQuery(options));
}

/** The matrix in the contract's shape. Throws `ProblemError` where it is larger than one answer may be. */
export function reachabilityResult(model: Model, options: FocusOptions): results.ReachabilityResult {
  return resultOf(model, options, foundPairs(model, options));
}

/** The same of what `foundPairs` found. */
export function resultOf(model: Model, options: FocusOptions, found: Pair[] | undefined): results.ReachabilityResult {
  const query = matrixQuery(options);
  const { limit, cursor } = options;
  const { pairs, next, total, doubtful, ends } = matrixPart(model, query, { found, limit, cursor });
  const because = options.explain ? explained(pairs.length) : () => ({});
  const inside = workloads(model).filter((peer) => query.focus.length === 0 || ends.has(peer.id));
  const outside = [...ends.values()].flatMap(outsideJson);
  return {
    ...common(model, matrixFindings(model, query, doubtful)),
    peers: [...inside, ...outside].sort(byKeys((p) => p.id)),
    connections: pairs.map((pair) => ({ ...pairJson(model, pair), ...because(model, pair) })),
    ...(next === undefined ? {} : { next }),
    summary: matrixSummary(model, total),
  };
}

function outsideJson(end: End): results.PeerJson[] {
  if (end.kind === 'entry') return [{ id: end.id, type: 'entry' }];
  if (end.kind === 'outside') return [{ id: end.id, type: 'external' }];
  const { beyond } = end.endpoint;
  return beyond === undefined ? [] : [{ id: end.id, type: beyond }];
}

/** What is to be said of a matrix, beside what is wrong in the files. */
export function matrixFindings(model: Model, query: MatrixQuery, doubtful: boolean): Finding[] {
  return [...(doubtful ? doubts(model) : []), ...unknownFocus(model, query)];
}

export function matrixSummary(model: Model, connections: number): results.ReachabilityResult['summary'] {
  const { refused } = model;
  return { ...model.size(), connections, refused, otherKinds: Object.fromEntries(model.otherKinds()) };
}
