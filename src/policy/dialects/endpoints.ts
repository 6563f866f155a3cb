/** The endpoints of a cluster: one for every group of pods the bundle shows, before the policies merge any. */

import type { Cluster } from '../../kubernetes/cluster.ts';
import type { Endpoint } from '../endpoint.ts';
import { NODE_LABEL } from '../labels.ts';

/** Per workload: ids are the workload's, to be numbered where policies tell its pods apart. */
export function clusterEndpoints(cluster: Cluster): Endpoint[] {
  return cluster.workloads.flatMap((workload) => {
    const namespaceLabels = cluster.namespaces.get(workload.namespace)?.labels ?? new Map<string, string>();
    return workload.groups.map((group) => ({
      id: workload.id,
      workload: workload.id,
      namespace: workload.namespace,
      name: workload.name,
      kind: workload.kind,
      labels: new Map([...group.labels, [NODE_LABEL, group.node ?? null]]),
      namespaceLabels,
      ports: group.ports.flatMap(({ name, protocol, port }) => (name === undefined ? [] : [{ name, protocol, port }])),
      addresses: group.addresses,
      hostNetwork: group.hostNetwork,
      pods: group.pods,
    }));
  });
}

/** Per pod: every pod that has a name is an endpoint of its own, `namespace/name[Pod]`. */
export function podEndpoints(cluster: Cluster): Endpoint[] {
  return clusterEndpoints(cluster).map((endpoint) => {
    const [pod, ...more] = endpoint.pods;
    if (pod === undefined || more.length > 0) return endpoint;
    const id = `${endpoint.namespace}/${pod}[Pod]`;
    return { ...endpoint, id, workload: id, name: pod, kind: 'Pod' };
  });
}
