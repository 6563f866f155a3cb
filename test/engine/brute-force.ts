/**
 * A second opinion on `decide`: one point of packet space at a time, every way the doubts may turn out, by the words of
 * `src/policy/stack.ts`. Each doubt is independent of the others, as the engine takes them to be.
 */

import type { Action } from '../../src/policy/rule.ts';
import type { Match } from '../../src/policy/selector.ts';

/** A rule as far as one point and one peer go. */
export interface CoinRule {
  readonly action: Action;
  readonly match: Match;
  /** Which of the points it is about. */
  readonly points: readonly number[];
}
export interface CoinEnd {
  readonly action: 'allow' | 'deny';
  readonly sure: boolean;
}
export interface CoinTier {
  /** Groups of policies of rules. */
  readonly groups: readonly (readonly (readonly CoinRule[])[])[];
  readonly ends: readonly CoinEnd[];
}
export type CoinLayers = readonly (readonly CoinTier[])[];

type Outcome = 'allow' | 'deny';

/** All outcomes of one point: over all resolutions, and over all choices where equal ranks differ. */
export function outcomes(layers: CoinLayers, point: number): ReadonlySet<Outcome> {
  const perLayer = layers.map((tiers) => layerOutcomes(tiers, point));
  const may = perLayer.every((o) => o.has('allow'));
  const must = perLayer.every((o) => !o.has('deny'));
  return new Set<Outcome>([...(may ? (['allow'] as const) : []), ...(must ? [] : (['deny'] as const))]);
}

function layerOutcomes(tiers: readonly CoinTier[], point: number): Set<Outcome> {
  const out = new Set<Outcome>();
  for (const resolved of resolutions(tiers)) for (const o of follow(resolved, point)) out.add(o);
  return out;
}

/** Every combination of the coins: a doubt becomes a yes or a no. */
function resolutions(tiers: readonly CoinTier[]): CoinTier[][] {
  const coins = JSON.stringify(tiers).match(/"maybe"|"sure":false/g)?.length ?? 0;
  return Array.from({ length: 2 ** coins }, (_, bits) => {
    let coin = 0;
    const flip = () => ((bits >> coin++) & 1) === 1;
    return tiers.map(({ groups, ends }) => ({
      groups: groups.map((g) =>
        g.map((p) => p.map((r) => (r.match === 'maybe' ? { ...r, match: flip() ? 'yes' : 'no' } : r))),
      ),
      ends: ends.flatMap((e) => (e.sure || flip() ? [{ ...e, sure: true }] : [])),
    }));
  });
}

/** From the first tier on; where policies of one group differ, each choice is followed. */
function follow(tiers: readonly CoinTier[], point: number): Set<Outcome> {
  const [tier, ...rest] = tiers;
  if (!tier) return new Set(['allow']);
  for (const group of tier.groups) {
    const decisions = group.flatMap((rules) => firstMatch(rules, point) ?? []);
    if (decisions.length > 0) {
      return new Set(decisions.flatMap((d) => (d === 'pass' ? [...follow(rest, point)] : [d])));
    }
  }
  const [end] = tier.ends;
  return end ? new Set([end.action]) : follow(rest, point);
}

function firstMatch(rules: readonly CoinRule[], point: number): Action | undefined {
  return rules.find((r) => r.match === 'yes' && r.points.includes(point))?.action;
}
