/** The endpoints of a cluster: one for every pod or template the bundle shows, before the policies merge any. */

import type { Cluster, Workload } from '../../kubernetes/cluster.ts';
import type { ContainerPort } from '../../kubernetes/pod.ts';
import type { PodGroup } from '../../kubernetes/pod-group.ts';
import { type PodLabel, withLabels } from '../../kubernetes/pod-labels.ts';
import { hasOrdinals, ORDINAL_KEYS, ordinalLabels } from '../../kubernetes/stateful-set.ts';
import { compareText, entryOf } from '../../util/ordering.ts';
import type { Endpoint, NamedPort } from '../endpoint.ts';
import { NODE_LABEL } from '../labels.ts';

/**
 * Per workload: ids are the workload's, to be numbered where policies tell its pods apart. `asked` are the keys of pod
 * labels that some selector asks for; where it is absent, any may be. The pods of a StatefulSet are one endpoint
 * unless a label that tells them apart is among them.
 */
export function clusterEndpoints(cluster: Cluster, asked?: ReadonlySet<string>): Endpoint[] {
  return [...eachEndpoint(cluster, asked)];
}

/** The same, made one at a time, those of a workload behind each other: a dump of a cluster shows 150,000 pods. */
export function* eachEndpoint(cluster: Cluster, asked?: ReadonlySet<string>): Generator<Endpoint> {
  const named = new Map<PodGroup['ports'], readonly NamedPort[]>();
  const apart = !asked || ORDINAL_KEYS.some((key) => asked.has(key));
  for (const workload of cluster.workloads) {
    const namespaceLabels = cluster.namespaces.get(workload.namespace)?.labels ?? new Map<string, string>();
    for (const group of workload.groups) {
      const ports = entryOf(named, group.ports, () => group.ports.filter(hasName));
      for (const part of partsOf(group, apart)) yield endpoint(workload, group, { ...part, ports, namespaceLabels });
    }
  }
}

type Part = Pick<PodGroup, 'labels' | 'pods'>;

/** A group as it is, or where its pods have labels of their own, pod by pod or with those of the first. */
function partsOf(group: PodGroup, apart: boolean): readonly Part[] {
  if (!hasOrdinals(group)) return [group];
  const of = (pod: string) => withLabels(group.labels, ordinalLabels(pod));
  if (apart) return group.pods.map((pod) => ({ labels: of(pod), pods: [pod] }));
  return [{ labels: of(group.pods[0] ?? ''), pods: group.pods.toSorted(compareText) }];
}

/** Most groups do not show their node. */
const NO_NODE: readonly PodLabel[] = [[NODE_LABEL, null]];

function endpoint(
  workload: Workload,
  group: PodGroup,
  { labels, pods, ports, namespaceLabels }: Part & Pick<Endpoint, 'ports' | 'namespaceLabels'>,
): Endpoint {
  return {
    id: workload.id,
    workload: workload.id,
    namespace: workload.namespace,
    name: workload.name,
    kind: workload.kind,
    labels: withLabels(labels, group.node === undefined ? NO_NODE : [[NODE_LABEL, group.node]]),
    namespaceLabels,
    ports,
    addresses: group.addresses,
    hostNetwork: group.hostNetwork,
    pods,
  };
}

function hasName(port: ContainerPort): port is NamedPort {
  return port.name !== undefined;
}

/** Per pod: every pod that has a name is an endpoint of its own, `namespace/name[Pod]`. */
export function* podEndpoints(cluster: Cluster): Generator<Endpoint> {
  for (const endpoint of eachEndpoint(cluster)) {
    const [pod, ...more] = endpoint.pods;
    const id = `${endpoint.namespace}/${pod}[Pod]`;
    if (pod === undefined || more.length > 0) yield endpoint;
    else yield { ...endpoint, id, workload: id, name: pod, kind: 'Pod' };
  }
}
