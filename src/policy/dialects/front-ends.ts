/**
 * The Services of a cluster as front ends, with the names cluster DNS gives them
 * (https://kubernetes.io/docs/concepts/services-networking/dns-pod-service).
 */

import type { Cluster } from '../../kubernetes/cluster.ts';
import type { Service } from '../../kubernetes/service.ts';
import type { FrontEnd, FrontPort, Target } from '../front-end.ts';
import { ANY_PORT, type Peer } from '../rule.ts';
import { ServiceTargets } from './service-targets.ts';

/** The domain kubeadm and most distributions use; a cluster may have another. */
const CLUSTER_DOMAIN = 'cluster.local';

/** One after another, sorted as the bundle's documents are. */
export function* eachFrontEnd(cluster: Cluster): Generator<FrontEnd> {
  const targets = new ServiceTargets(cluster);
  for (const service of cluster.services.values()) yield new ServiceFrontEnd(service, targets);
}

/**
 * Of what is led to from outside and by Services, a few that mention every label, port name and address: of Services
 * that select by the same keys one is enough, and of ports those with a name that was not said before.
 */
export function* mentionedTargets(outside: Iterable<Target>, cluster: Cluster): Generator<Target> {
  yield* outside;
  const targets = new ServiceTargets(cluster);
  const mentioned = { keys: new Set<string>(), ports: new Set<string>() };
  for (const service of cluster.services.values()) {
    const isNew = mentionedBy(service, mentioned);
    if (!isNew && service.selector) continue;
    for (const to of targets.peers(service)) yield { to, ports: ANY_PORT };
    for (const port of service.ports) yield* targets.ofPort(service, port);
  }
}

/** Adds what a Service mentions; says whether something was new. */
function mentionedBy(service: Service, { keys, ports }: Mentioned): boolean {
  const before = keys.size + ports.size;
  service.selector?.forEach((_, key) => {
    keys.add(key);
  });
  for (const { protocol, targetPort } of service.ports) {
    if (typeof targetPort === 'string') ports.add(`${protocol} ${targetPort}`);
  }
  return keys.size + ports.size > before;
}

interface Mentioned {
  readonly keys: Set<string>;
  readonly ports: Set<string>;
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
