/** `POST /v1/reachability`: the complete matrix, or the part of it a focus names. */

import { isEmpty } from '../algebra/connection-set.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { type Finding, LIMITS } from '../ingest/index.ts';
import { explainPair } from '../queries/explain-pair.ts';
import type { MatrixQuery, Pair } from '../queries/matrix.ts';
import { type UsedWay, waysOf } from '../queries/ways.ts';
import { byKeys } from '../util/ordering.ts';
import { exceed } from '../util/problem.ts';
import { collectPairs } from './collect-pairs.ts';
import { connectionJson } from './connection-json.ts';
import { doubts } from './doubts.ts';
import { common, requireWorkloads, workloads } from './inventory.ts';
import { matrixQuery } from './matrix-query.ts';
import type { BundleOperation } from './operation.ts';
import { analysisOptions, type FocusOptions, focusOptions } from './options.ts';
import { cutPage } from './page.ts';
import { reachabilityAnswer } from './reachability-answer.ts';
import { reachabilityExample } from './reachability-example.ts';
import { reasonJson } from './reason-json.ts';
import * as results from './results.ts';
import { unknownFocus } from './unknown-focus.ts';

export interface AskedPairs {
  readonly query: MatrixQuery;
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
  const unknown = found.some((p) => !isEmpty(p.unknown));
  return { query, found, findings: [...(unknown ? doubts(analysis) : []), ...unknownFocus(analysis, query)] };
}

/** The matrix in the contract's shape. Throws `ProblemError` where it is larger than one answer may be. */
export function reachabilityResult(analysis: Analysis, options: FocusOptions): results.ReachabilityResult {
  const { query, found, findings } = askedPairs(analysis, options);
  const page = cutPage(found, options);
  const because = options.explain ? explained(page.items.length) : () => ({});
  const ends = new Map(found.flatMap((p) => [p.from, p.to]).map((end) => [end.id, end]));
  const inside = workloads(analysis).filter((peer) => query.focus.length === 0 || ends.has(peer.id));
  const outside = [...ends.values()].flatMap((end): results.PeerJson[] =>
    end.kind === 'endpoint' ? [] : [{ id: end.id, type: end.kind === 'entry' ? 'entry' : 'external' }],
  );
  return {
    ...common(analysis, findings),
    peers: [...inside, ...outside].sort(byKeys((p) => p.id)),
    connections: page.items.map((pair) => ({ ...pairJson(analysis, pair), ...because(analysis, pair) })),
    ...(page.next === undefined ? {} : { next: page.next }),
    summary: {
      documents: analysis.parsed().documents.length,
      workloads: analysis.cluster().workloads.length,
      policies: analysis.policies().policies.length,
      connections: found.length,
      refused: analysis.refused,
      otherKinds: Object.fromEntries(analysis.otherKinds()),
    },
  };
}

export function pairJson(analysis: Analysis, pair: Pair): results.ConnectionJson {
  const { from, to, allow, unknown } = pair;
  const doubt = isEmpty(unknown) ? {} : { unknown: connectionJson(unknown) };
  const ways = waysOf(analysis.reach(), pair, analysis.openings()).map((way) => wayJson(analysis, way));
  return { from: from.id, to: to.id, allow: connectionJson(allow), ...doubt, ...(ways.length > 0 ? { ways } : {}) };
}

/** Explaining is asking every pair again, rule by rule: what is too much is a problem that says how to ask for less. */
export function explained(count: number): (analysis: Analysis, pair: Pair) => { reasons: results.ReasonJson[] } {
  const maximum = LIMITS.explanations.value;
  if (count > maximum) {
    const detail = `${count} connections are too many to explain in one answer; ask for a part with \`focus\` or \`limit\``;
    exceed('explanations', count, maximum, detail);
  }
  return (analysis, pair) => ({ reasons: explainPair(analysis.reach(), pair).map((r) => reasonJson(analysis, r)) });
}

function wayJson(analysis: Analysis, { opening, allow }: UsedWay): results.WayJson {
  const { via, at, by } = opening;
  const { file, line } = analysis.locate(by.origin);
  const { kind, namespace, name } = by;
  return { via, at, allow: connectionJson(allow), by: { kind, namespace, name, file, line } };
}

/** Whether nothing is left out: a workload's pods among themselves are in the classes anyway. */
function isWhole({ focus, connection, external, explain, limit, cursor }: FocusOptions): boolean {
  if (explain) return false;
  return focus === undefined && connection === undefined && external && limit === undefined && cursor === undefined;
}

export const reachability: BundleOperation<FocusOptions> = {
  id: 'reachability',
  takes: 'bundle',
  summary: 'Who can reach whom, on which ports',
  description:
    'The complete matrix: every ordered pair of workloads and outside addresses with something allowed or unknown, in the destination’s own ports. A workload nothing may reach is still in `peers`. `unknown` is what the bundle cannot decide, and is never part of `allow`.',
  input: analysisOptions.extend(focusOptions.shape),
  result: results.reachabilityResult,
  views: ['graph'],
  examples: [reachabilityExample],
  gates: [],
  run: (analysis, input) => reachabilityAnswer(analysis, reachabilityResult(analysis, input), isWhole(input)),
};
