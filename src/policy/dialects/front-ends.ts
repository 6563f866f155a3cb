/**
 * The Services of a cluster as front ends, with the names cluster DNS gives them
 * (https://kubernetes.io/docs/concepts/services-networking/dns-pod-service).
 */

import type { Cluster } from '../../kubernetes/cluster.ts';
import type { Service } from '../../kubernetes/service.ts';
import type { FrontEnd, FrontPort } from '../front-end.ts';
import type { Peer } from '../rule.ts';
import { ServiceTargets } from './service-targets.ts';

/** The domain kubeadm and most distributions use; a cluster may have another. */
const CLUSTER_DOMAIN = 'cluster.local';

/** One after another, sorted as the bundle's documents are. */
export function* eachFrontEnd(cluster: Cluster): Generator<FrontEnd> {
  const targets = new ServiceTargets(cluster);
  for (const service of cluster.services.values()) yield new ServiceFrontEnd(service, targets);
}

class ServiceFrontEnd implements FrontEnd {
  readonly namespace: string;
  readonly shortName: string;
  readonly direct: readonly Peer[] | undefined;
  readonly ports: readonly FrontPort[];
  readonly external: string | undefined;

  constructor(service: Service, targets: ServiceTargets) {
    this.namespace = service.namespace;
    this.shortName = service.name;
    this.direct = service.headless ? targets.peers(service) : undefined;
    this.ports = service.ports.map((port) => {
      return { port: port.port, name: port.name, protocol: port.protocol, targets: targets.ofPort(service, port) };
    });
    this.external = service.type === 'ExternalName' ? service.externalName : undefined;
  }

  get id(): string {
    return `${this.namespace}/${this.shortName}[Service]`;
  }

  get names(): string[] {
    const within = `${this.shortName}.${this.namespace}`;
    return [within, `${within}.svc`, `${within}.svc.${CLUSTER_DOMAIN}`];
  }
}
