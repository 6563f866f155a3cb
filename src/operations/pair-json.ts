/** One pair of the matrix in the contract's shape: what is allowed, through what, and where asked for, why. */

import { isEmpty } from '../algebra/connection-set.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { LIMITS } from '../ingest/index.ts';
import { explainPair } from '../queries/explain-pair.ts';
import type { Pair } from '../queries/matrix.ts';
import type { UsedWay } from '../queries/ways.ts';
import { exceed } from '../util/problem.ts';
import { connectionJson } from './connection-json.ts';
import { reasonJson } from './reason-json.ts';
import type * as results from './results.ts';

export function pairJson(analysis: Analysis, pair: Pair): results.ConnectionJson {
  const { from, to, allow, unknown } = pair;
  const doubt = isEmpty(unknown) ? {} : { unknown: connectionJson(unknown) };
  const ways = analysis
    .world()
    .ways.of(pair)
    .map((way) => wayJson(analysis, way));
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
