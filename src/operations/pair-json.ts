/** One pair of the matrix in the contract's shape: what is allowed, through what, and where asked for, why. */

import { isEmpty } from '../algebra/connection-set.ts';
import type { Model } from '../analysis/model.ts';
import { LIMITS } from '../ingest/index.ts';
import { explainPair } from '../queries/explain-pair.ts';
import type { Pair } from '../queries/matrix.ts';
import type { UsedWay } from '../queries/ways.ts';
import { exceed } from '../util/problem.ts';
import { connectionJson } from './connection-json.ts';
import { reasonJson } from './reason-json.ts';
import type * as results from './results.ts';

export function pairJson(model: Model, pair: Pair): results.ConnectionJson {
  const { from, to, allow, unknown } = pair;
  const doubt = isEmpty(unknown) ? {} : { unknown: connectionJson(unknown) };
  const used = model.world().waysOf(pair);
  const ways = used.map((way) => wayJson(model, way));
  return {
    from: from.id,
    to: to.id,
    allow: connectionJson(allow),
    ...doubt,
    ...networkOf(used),
    ...(ways.length > 0 ? { ways } : {}),
  };
}

/** Explaining is asking every pair again, rule by rule: what is too much is a problem that says how to ask for less. */
export function explained(count: number): (model: Model, pair: Pair) => { reasons: results.ReasonJson[] } {
  const maximum = LIMITS.explanations.value;
  if (count > maximum) {
    const detail = `${count} connections are too many to explain in one answer; ask for a part with \`focus\` or \`limit\``;
    exceed('explanations', count, maximum, detail);
  }
  return (model, pair) => ({ reasons: explainPair(model.world(), pair).map((r) => reasonJson(model, r)) });
}

/** Where all of it leads over one network. */
function networkOf(ways: readonly UsedWay[]): { network?: string } {
  const [first, ...more] = new Set(ways.map(({ network }) => network));
  return first !== undefined && more.length === 0 ? { network: first } : {};
}

function wayJson(model: Model, { via, at, network, allow, by }: UsedWay): results.WayJson {
  const { file, line } = model.locate(by.origin);
  const { kind, namespace, name } = by;
  return {
    via,
    ...(at === undefined ? {} : { at }),
    ...(network === undefined ? {} : { network }),
    allow: connectionJson(allow),
    by: { kind, ...(namespace === undefined ? {} : { namespace }), name, file, line },
  };
}
