/**
 * Manifests as text to reach: read, compiled and decided by the same rooms as anybody's, with witnesses beside the pods.
 * Once for both ends of a connection together, and once for the policies of each end alone.
 */

import { makeReach } from '../../engine/compile.ts';
import { type Document, isObject, type JsonValue, own } from '../../ingest/document.ts';
import { headOf, parseBundle } from '../../ingest/index.ts';
import { readCluster } from '../../kubernetes/cluster.ts';
import { clusterEndpoints } from '../../policy/dialects/endpoints.ts';
import { entryController } from '../../policy/dialects/entry-controller.ts';
import { eachFrontEnd } from '../../policy/dialects/front-ends.ts';
import { clusterOpenings, type Openings } from '../../policy/dialects/openings.ts';
import { compilePolicies } from '../../policy/dialects/registry.ts';
import type { Endpoint } from '../../policy/endpoint.ts';
import { type FrontEnd, targetsOf } from '../../policy/front-end.ts';
import type { Direction } from '../../policy/rule.ts';
import type { PolicyStack } from '../../policy/stack.ts';
import type { ManifestFile } from '../manifests/files.ts';
import type { DnsPods } from '../options.ts';
import { Cells } from './cells.ts';
import { clusterWitnesses, DNS, impostor } from './cluster-witnesses.ts';

/** Which of the two ends' policies are asked: both, or those of one alone. */
export type Asked = 'both' | Direction;

export interface ClusterOptions {
  readonly namespace: string;
  readonly dns: DnsPods;
  readonly clusterCIDRs: readonly string[];
  /** Networks that are not the project's own, with the labels of their members. */
  readonly externalNetworks: ReadonlyMap<string, string>;
}

export interface ClusterReaches {
  readonly cells: Readonly<Record<Asked, Cells>>;
  readonly openings: Openings;
  /** Services of the namespace, by their names. */
  readonly frontEnds: ReadonlyMap<string, FrontEnd>;
  /** Pods elsewhere with the labels of the project's. */
  readonly impostors: readonly string[];
  /** Names of workloads whose pods ask no cluster DNS (`dnsPolicy: None`). */
  readonly deaf: ReadonlySet<string>;
}

export function clusterReaches(files: readonly ManifestFile[], options: ClusterOptions): ClusterReaches {
  const { namespace } = options;
  const encoder = new TextEncoder();
  const bundle = { files: files.map(({ path, content }) => ({ path, bytes: encoder.encode(content) })) };
  const { documents } = parseBundle(bundle);
  const cluster = readCluster(documents, namespace);
  const openings = clusterOpenings(cluster);
  const frontEnds = [...eachFrontEnd(cluster)].filter((frontEnd) => frontEnd.namespace === namespace);
  const endpoints = clusterEndpoints(cluster);
  const labels = new Map(endpoints.map((endpoint) => [endpoint.id, new Map(knownLabels(endpoint))]));
  const namespaceLabels = cluster.namespaces.get(namespace)?.labels ?? new Map<string, string>();
  const all = [...endpoints, ...clusterWitnesses({ ...options, labels, namespaceLabels })];
  const { stack } = compilePolicies(cluster, { namespace, ipBlockPods: 'match' });
  const targets = [...openings.outside, ...frontEnds.flatMap(targetsOf)];
  const { entry } = openings;
  const entries = entry.length > 0 ? [{ kind: 'entry' as const, ...entryController(cluster, undefined) }] : [];
  const over = (policies: PolicyStack): Cells => {
    const pod = { via: 'pod' as const, stack: policies };
    const ways = entry.length > 0 ? [pod, { via: 'entry' as const, stack: policies, openings: entry }] : [pod];
    return new Cells(makeReach({ endpoints: all, ways, targets, entries }));
  };
  return {
    cells: { both: over(stack), ingress: over(oneSided(stack, 'ingress')), egress: over(oneSided(stack, 'egress')) },
    openings,
    frontEnds: new Map(frontEnds.map((frontEnd) => [frontEnd.shortName, frontEnd])),
    impostors: [...labels.keys(), DNS].map(impostor),
    deaf: new Set(documents.filter(hasNoDns).map((document) => headOf(document).name)),
  };
}

function hasNoDns({ value }: Document): boolean {
  const path = ['spec', 'template', 'spec', 'dnsPolicy'];
  const policy = path.reduce((at: JsonValue | undefined, key) => (isObject(at) ? own(at, key) : undefined), value);
  return policy === 'None';
}

function* knownLabels({ labels }: Endpoint): Generator<[string, string]> {
  for (const [key, value] of labels) if (value !== null && !key.startsWith('@')) yield [key, value];
}

/** The same policies as far as they speak of one direction. */
function oneSided({ layers }: PolicyStack, direction: Direction): PolicyStack {
  return {
    layers: layers.map(({ name, tiers }) => ({
      name,
      tiers: tiers.map((tier) => ({
        name: tier.name,
        groups: tier.groups.map((group) =>
          group.map((policy) => ({ ...policy, rules: policy.rules.filter((rule) => rule.direction === direction) })),
        ),
        ends: tier.ends.filter((end) => end.direction === direction),
      })),
    })),
  };
}
