/**
 * Tiers of one rank are one tier, whichever dialects fill it: AdminNetworkPolicies and ClusterNetworkPolicies of the
 * tier Admin are asked together, by priority. Where several policies have one priority, "the implementation can apply
 * any of the matching policies" (kubernetes-sigs/network-policy-api, `spec.priority`), and so it is where one of them
 * has none: the engine then leaves unknown what they disagree about.
 */

import type { Finding } from '../../ingest/finding.ts';
import { typeOf } from '../../kubernetes/object.ts';
import { pushTo } from '../../util/ordering.ts';
import type { PlacedTier } from '../dialect.ts';
import type { Policy } from '../rule.ts';

export interface JoinedTiers {
  readonly tiers: readonly PlacedTier[];
  readonly findings: readonly Finding[];
}

export function joinTiers(placed: readonly PlacedTier[]): JoinedTiers {
  const places = new Map<string, PlacedTier[]>();
  for (const tier of placed) pushTo(places, `${tier.layer} ${tier.rank}`, tier);
  const joined = [...places.values()].map(join);
  return { tiers: joined.flatMap((j) => j.tiers), findings: joined.flatMap((j) => j.findings) };
}

function join(parts: readonly PlacedTier[]): JoinedTiers {
  const [first] = parts;
  if (!first) return { tiers: [], findings: [] };
  const { layer, rank, tier } = first;
  const ends = parts.flatMap((p) => p.tier.ends);
  if (parts.some((p) => !p.priorities)) {
    const groups = parts.length === 1 ? tier.groups : [parts.flatMap((p) => p.tier.groups.flat())];
    const findings = parts.length === 1 ? [] : clash(groups[0] ?? [], 'have no order defined between them');
    return { tiers: [{ layer, rank, tier: { name: tier.name, groups, ends } }], findings };
  }
  const byPriority = new Map<number, Policy[]>();
  for (const { tier: part, priorities = [] } of parts) {
    for (const [i, group] of part.groups.entries()) {
      for (const policy of group) pushTo(byPriority, priorities[i] ?? 0, policy);
    }
  }
  const sorted = [...byPriority].sort(([a], [b]) => a - b);
  const groups = sorted.map(([, group]) => group);
  return {
    tiers: [{ layer, rank, tier: { name: tier.name, groups, ends }, priorities: sorted.map(([p]) => p) }],
    findings: sorted.flatMap(([priority, group]) => clash(group, `both have priority ${priority}`)),
  };
}

/** One finding for every policy but the first. */
function clash([first, ...others]: readonly Policy[], what: string): Finding[] {
  if (!first) return [];
  return others.map((policy) => ({
    rule: 'NET035',
    severity: 'warning',
    message: `${policy.kind} ${policy.name} and ${first.kind} ${first.name} ${what}: which one decides where both match is undefined, and where they disagree the verdict is unknown. Give each a priority of its own`,
    place: { document: policy.origin.document, pointer: '/spec/priority' },
    resource: { ...typeOf(policy.origin.document), name: policy.name },
  }));
}
