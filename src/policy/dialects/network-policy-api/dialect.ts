/** A dialect of the Network Policy API, made from its form. */

import type { Document } from '../../../ingest/document.ts';
import type { Finding } from '../../../ingest/finding.ts';
import type { Cluster } from '../../../kubernetes/cluster.ts';
import { pushTo } from '../../../util/ordering.ts';
import { type Compiled, type Dialect, type PlacedTier, readAtEnd } from '../../dialect.ts';
import type { Policy } from '../../rule.ts';
import { type Form, TIER_RANKS, type TierName } from './form.ts';
import { type PlacedPolicy, type PolicyContext, readPolicy } from './policy.ts';

export function makeDialect(form: Form): Dialect<Cluster> {
  return {
    name: form.kind,
    claims: (group, kind) => group === 'policy.networking.k8s.io' && kind === form.kind,
    // A peer may mean Nodes, which are known at the end.
    begin: (options) =>
      readAtEnd((documents, { nodes }) => compile(documents, { form, nodes: [...nodes.values()], options })),
  };
}

function compile(documents: readonly Document[], context: PolicyContext): Compiled {
  const findings: Finding[] = [];
  const inForce = new Map<string, PlacedPolicy>();
  let refused = 0;
  for (const document of documents) {
    const read = readPolicy(document, context);
    findings.push(...read.findings);
    if (!read.placed) {
      refused++;
      continue;
    }
    const { name } = read.placed.policy;
    if (inForce.has(name)) findings.push(twice(document, read.placed));
    inForce.set(name, read.placed);
  }
  const placed = [...inForce.values()];
  const tiers = (['Admin', 'Baseline'] as const).flatMap((tier) => placeTier(tier, placed));
  return { tiers, policies: placed.map((p) => p.policy), findings, refused };
}

/** The policies of a tier, in groups by ascending priority; those without one are one group without an order. */
function placeTier(name: TierName, placed: readonly PlacedPolicy[]): PlacedTier[] {
  const groups = new Map<number | undefined, Policy[]>();
  for (const { tier, priority, policy } of placed) if (tier === name) pushTo(groups, priority, policy);
  const sorted = [...groups].sort(([a = 0], [b = 0]) => a - b);
  const priorities = sorted.flatMap(([priority]) => priority ?? []);
  const tier = { name, groups: sorted.map(([, group]) => group), ends: [] };
  const place = { layer: 'cni', rank: TIER_RANKS[name], tier } as const;
  if (sorted.length === 0) return [];
  return [priorities.length < sorted.length ? place : { ...place, priorities }];
}

function twice(document: Document, { policy, resource }: PlacedPolicy): Finding {
  return {
    rule: 'SCH007',
    severity: 'error',
    message: `${policy.kind} ${policy.name} is defined twice in the bundle; the one that comes last by file and position counts. Remove one`,
    place: { document, pointer: '' },
    resource,
  };
}
