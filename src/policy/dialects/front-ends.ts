/**
 * The Services of a cluster as front ends, with the names cluster DNS gives them
 * (https://kubernetes.io/docs/concepts/services-networking/dns-pod-service).
 */

import type { Cluster } from '../../kubernetes/cluster.ts';
import type { Service, ServicePort } from '../../kubernetes/service.ts';
import type { FrontEnd, FrontPort } from '../front-end.ts';
import { servicePeers, serviceTargets } from './openings.ts';

/** The domain kubeadm and most distributions use; a cluster may have another. */
const CLUSTER_DOMAIN = 'cluster.local';

/** Sorted as the bundle's documents are. */
export function clusterFrontEnds(cluster: Cluster): FrontEnd[] {
  return [...cluster.services.values()].map((service) => frontEnd(cluster, service));
}

function frontEnd(cluster: Cluster, service: Service): FrontEnd {
  const { namespace, name, headless, externalName } = service;
  const within = `${name}.${namespace}`;
  return {
    id: `${namespace}/${name}[Service]`,
    namespace,
    names: [within, `${within}.svc`, `${within}.svc.${CLUSTER_DOMAIN}`],
    shortName: name,
    direct: headless ? servicePeers(cluster, service) : undefined,
    ports: service.ports.map((port) => frontPort(cluster, service, port)),
    external: service.type === 'ExternalName' ? externalName : undefined,
  };
}

function frontPort(cluster: Cluster, service: Service, port: ServicePort): FrontPort {
  return { port: port.port, name: port.name, protocol: port.protocol, targets: serviceTargets(cluster, service, port) };
}
