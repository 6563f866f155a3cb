/** The dialects of Kubernetes, and the one place that joins what they compile into a policy stack. */

import type { Document } from '../../ingest/document.ts';
import type { Finding } from '../../ingest/finding.ts';
import type { Cluster } from '../../kubernetes/cluster.ts';
import { groupOf, typeOf } from '../../kubernetes/object.ts';
import { byKeys, entryOf } from '../../util/ordering.ts';
import type { CompileOptions, Dialect, PlacedTier, PolicyReader } from '../dialect.ts';
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
}

/** The policies of a bundle, while it is read. */
export class PolicyReading {
  #readers: readonly PolicyReader<Cluster>[];
  readonly #claimants = new Map<string, PolicyReader<Cluster> | null>();

  constructor(options: CompileOptions) {
    const context = { ...options, selectors: new SelectorPool() };
    this.#readers = KUBERNETES_DIALECTS.map((dialect) => dialect.begin(context));
  }

  /** False for a document that no dialect claims. */
  take(document: Document): boolean {
    const { apiVersion, kind } = typeOf(document);
    const reader = entryOf(this.#claimants, `${apiVersion} ${kind}`, () => this.#claimant(groupOf(apiVersion), kind));
    reader?.take(document);
    return reader !== null;
  }

  /** After the last document; `cluster` is what the others became. The reading is of no more use then. */
  finish(cluster: Cluster): Policies {
    const compiled = this.#readers.map((reader) => reader.finish(cluster));
    this.#readers = [];
    this.#claimants.clear();
    const { tiers, findings } = joinTiers(compiled.flatMap((c) => c.tiers));
    const placed = tiers.toSorted(byKeys((t) => t.rank));
    const layers = LAYERS.map((name) => ({ name, tiers: placed.filter((t) => t.layer === name).map((t) => t.tier) }));
    return {
      stack: { layers: layers.filter((layer) => layer.tiers.length > 0) },
      policies: compiled.flatMap((c) => c.policies),
      findings: [...compiled.flatMap((c) => c.findings), ...findings],
      refused: compiled.reduce((sum, c) => sum + c.refused, 0),
    };
  }

  #claimant(group: string, kind: string): PolicyReader<Cluster> | null {
    return this.#readers[KUBERNETES_DIALECTS.findIndex((dialect) => dialect.claims(group, kind))] ?? null;
  }
}

/** The policies among the documents that the cluster left. */
export function compilePolicies(cluster: Cluster, options: CompileOptions): Policies {
  const reading = new PolicyReading(options);
  for (const document of cluster.unclaimed) reading.take(document);
  return reading.finish(cluster);
}
