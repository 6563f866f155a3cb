/** The dialects of Kubernetes, and the one place that joins what they compile into a policy stack. */

import type { Document } from '../../ingest/document.ts';
import type { Finding } from '../../ingest/finding.ts';
import type { Cluster } from '../../kubernetes/cluster.ts';
import { groupOf, typeOf } from '../../kubernetes/object.ts';
import { byKeys, entryOf, pushTo } from '../../util/ordering.ts';
import type { CompileOptions, Dialect, PlacedTier } from '../dialect.ts';
import type { Policy } from '../rule.ts';
import { SelectorPool } from '../selector-pool.ts';
import type { PolicyStack } from '../stack.ts';
import { adminNetworkPolicy } from './admin-network-policy/index.ts';
import { baselineAdminNetworkPolicy } from './baseline-admin-network-policy/index.ts';
import { clusterNetworkPolicy } from './cluster-network-policy/index.ts';
import { joinTiers } from './join-tiers.ts';
import { networkPolicy } from './network-policy/index.ts';
import { ownNode } from './own-node/index.ts';
import { unevaluated } from './unevaluated/index.ts';

export const KUBERNETES_DIALECTS: readonly Dialect<Cluster>[] = [
  ownNode,
  unevaluated,
  adminNetworkPolicy,
  clusterNetworkPolicy,
  networkPolicy,
  baselineAdminNetworkPolicy,
];

const LAYERS: readonly PlacedTier['layer'][] = ['network', 'cni', 'mesh'];

export interface Policies {
  readonly stack: PolicyStack;
  /** The user's own policies that are in force, dialect by dialect in the order of their documents. */
  readonly policies: readonly Policy[];
  readonly findings: readonly Finding[];
  readonly refused: number;
  /** Documents no dialect claims. */
  readonly unclaimed: readonly Document[];
}

function claimant(group: string, kind: string): Dialect<Cluster> | null {
  return KUBERNETES_DIALECTS.find((d) => d.claims(group, kind)) ?? null;
}

export function compilePolicies(cluster: Cluster, options: CompileOptions): Policies {
  const claimed = new Map<Dialect<Cluster>, Document[]>();
  const unclaimed: Document[] = [];
  const claimants = new Map<string, Dialect<Cluster> | null>();
  for (const document of cluster.unclaimed) {
    const { apiVersion, kind } = typeOf(document);
    const dialect = entryOf(claimants, `${apiVersion} ${kind}`, () => claimant(groupOf(apiVersion), kind));
    if (dialect) pushTo(claimed, dialect, document);
    else unclaimed.push(document);
  }
  const context = { ...options, selectors: new SelectorPool() };
  const compiled = KUBERNETES_DIALECTS.map((d) => d.compile(claimed.get(d) ?? [], cluster, context));
  const { tiers, findings } = joinTiers(compiled.flatMap((c) => c.tiers));
  const placed = tiers.toSorted(byKeys((t) => t.rank));
  const layers = LAYERS.map((name) => ({ name, tiers: placed.filter((t) => t.layer === name).map((t) => t.tier) }));
  return {
    stack: { layers: layers.filter((layer) => layer.tiers.length > 0) },
    policies: compiled.flatMap((c) => c.policies),
    findings: [...compiled.flatMap((c) => c.findings), ...findings],
    refused: compiled.reduce((sum, c) => sum + c.refused, 0),
    unclaimed,
  };
}
