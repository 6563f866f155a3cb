/**
 * What Services and entry points open: node ports, load balancers and external addresses from outside, and Ingress,
 * Route and Gateway API routes from their controller. Each leads through a Service to pods, at the pods' own port.
 */

import type { Origin } from '../../ingest/document.ts';
import type { Finding } from '../../ingest/finding.ts';
import type { Cluster } from '../../kubernetes/cluster.ts';
import type { Backend, EntryPoint } from '../../kubernetes/entry-point.ts';
import type { Service, ServicePort } from '../../kubernetes/service.ts';
import type { OpenedBy, Opening, OpeningKind } from '../way.ts';
import { ServiceTargets } from './service-targets.ts';

export interface Openings {
  /** From outside addresses, over Services that are open to them. */
  readonly outside: readonly Opening[];
  /** From an entry controller. */
  readonly entry: readonly Opening[];
  readonly findings: readonly Finding[];
}

interface Context {
  readonly services: ReadonlyMap<string, Service>;
  readonly targets: ServiceTargets;
}

export function clusterOpenings(cluster: Cluster): Openings {
  const context = { services: cluster.services, targets: new ServiceTargets(cluster) };
  const entries = cluster.entries.flatMap((entry) =>
    entry.backends.map((backend) => followBackend(entry, backend, context)),
  );
  return {
    outside: [...cluster.services.values()].flatMap((service) => outsideOpenings(service, context)),
    entry: entries.flatMap((e) => e.openings),
    findings: entries.flatMap((e) => e.findings),
  };
}

/** How a Service is open to addresses outside the cluster. */
function outsideOpenings(service: Service, context: Context): Opening[] {
  const vias: OpeningKind[] = [];
  if (service.type === 'LoadBalancer') vias.push('load-balancer');
  if (service.type === 'NodePort' || service.ports.some((p) => p.nodePort !== undefined)) vias.push('node-port');
  if (service.hasExternalIPs) vias.push('external-ip');
  if (vias.length === 0) return [];
  const by = { kind: 'Service', namespace: service.namespace, name: service.name, origin: service.origin };
  return vias.flatMap((via) => service.ports.flatMap((port) => openPort(service, { port, via, by }, context)));
}

interface Way {
  readonly port: ServicePort;
  readonly via: OpeningKind;
  readonly by: OpenedBy;
}

function openPort(service: Service, { port, via, by }: Way, { targets }: Context): Opening[] {
  const at = `${service.namespace}/${service.name}:${port.port}`;
  const hidesSource = service.externalTrafficPolicy !== 'Local';
  return targets.ofPort(service, port).map((target) => ({ via, at, by, hidesSource, ...target }));
}

const VIA: Readonly<Record<string, OpeningKind>> = { Ingress: 'ingress', Route: 'route' };

function followBackend(
  entry: EntryPoint,
  backend: Backend,
  context: Context,
): { openings: Opening[]; findings: Finding[] } {
  const service = context.services.get(`${backend.namespace}/${backend.service}`);
  const name = `Service ${backend.namespace}/${backend.service}`;
  const gateway = VIA[entry.kind] === undefined;
  if (!service) {
    const message = `${entry.kind} ${entry.name} leads to ${name}, which is not in the bundle`;
    return { openings: [], findings: [dangling(gateway ? 'GWA002' : 'ING001', backend.origin, message)] };
  }
  const ports = service.ports.filter((port) => isMeant(backend, port));
  if (ports.length === 0 && service.type !== 'ExternalName') {
    const message = `${entry.kind} ${entry.name} leads to port ${backend.port} of ${name}, which has no such port`;
    return { openings: [], findings: [dangling(gateway ? 'GWA002' : 'ING002', backend.origin, message)] };
  }
  const { kind, namespace } = entry;
  const by = { kind, namespace, name: entry.name, origin: backend.origin };
  const via = VIA[kind] ?? 'gateway';
  return { openings: ports.flatMap((port) => openPort(service, { port, via, by }, context)), findings: [] };
}

/** A Route names a port of the endpoints, by its name there, which is the Service port's, or by its number. */
function isMeant({ port, by, protocol }: Backend, candidate: ServicePort): boolean {
  if (protocol !== undefined && candidate.protocol !== protocol) return false;
  if (port === 'all') return true;
  if (port === candidate.name) return true;
  return port === (by === 'port' ? candidate.port : candidate.targetPort);
}

function dangling(rule: string, place: Origin, message: string): Finding {
  return { rule, severity: 'warning', message, place };
}
