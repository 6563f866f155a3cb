/**
 * What Services and entry points open: node ports, load balancers and external addresses from outside, and Ingress,
 * Route and Gateway API routes from their controller. Each leads through a Service to pods, at the pods' own port.
 */

import { unionAddresses } from '../../algebra/address-set.ts';
import { type ConnectionSet, MAX_PORT, NONE, portRange, unionAll } from '../../algebra/connection-set.ts';
import type { Origin } from '../../ingest/document.ts';
import type { Finding } from '../../ingest/finding.ts';
import type { Cluster } from '../../kubernetes/cluster.ts';
import type { ManualEndpoints } from '../../kubernetes/endpoint-slice.ts';
import type { Backend, EntryPoint } from '../../kubernetes/entry-point.ts';
import type { Service, ServicePort } from '../../kubernetes/service.ts';
import type { Target } from '../front-end.ts';
import type { Peer, PortSpec } from '../rule.ts';
import { allOf, isIn, selector } from '../selector.ts';
import type { OpenedBy, Opening, OpeningKind } from '../way.ts';

export interface Openings {
  /** From outside addresses, over Services that are open to them. */
  readonly outside: readonly Opening[];
  /** From an entry controller. */
  readonly entry: readonly Opening[];
  readonly findings: readonly Finding[];
}

export function clusterOpenings(cluster: Cluster): Openings {
  const entries = cluster.entries.flatMap((entry) =>
    entry.backends.map((backend) => followBackend(cluster, entry, backend)),
  );
  return {
    outside: [...cluster.services.values()].flatMap((service) => outsideOpenings(cluster, service)),
    entry: entries.flatMap((e) => e.openings),
    findings: entries.flatMap((e) => e.findings),
  };
}

/** Where one port of a Service leads. */
export function serviceTargets(cluster: Cluster, service: Service, port: ServicePort): Target[] {
  if (service.type !== 'ExternalName' && !service.selector)
    return manualTargets(cluster.manualEndpoints, service, port);
  const ports = targetPorts(port);
  return servicePeers(cluster, service).map((to) => ({ to, ports }));
}

/** The pods a Service selects, also those in their node's network; or the addresses written for it by hand. */
export function servicePeers(cluster: Cluster, service: Service): Peer[] {
  const { selector: labels, type } = service;
  if (type === 'ExternalName') return [];
  if (!labels) return cluster.manualEndpoints.filter((e) => isFor(e, service)).map(addressPeer);
  const pods = allOf([...labels].map(([key, value]) => isIn(key, [value])));
  const namespace = isIn('kubernetes.io/metadata.name', [service.namespace]);
  return (['pods', 'hosts'] as const).map((over) => ({ kind: 'endpoints', selector: selector(namespace, pods, over) }));
}

function isFor(endpoints: ManualEndpoints, service: Service): boolean {
  return endpoints.namespace === service.namespace && endpoints.service === service.name;
}

function addressPeer({ addresses }: ManualEndpoints): Peer {
  const points = addresses.map((a) =>
    a.family === 'IPv4'
      ? { v4: [{ first: a.value, last: a.value }], v6: [] }
      : { v4: [], v6: [{ first: a.value, last: a.value }] },
  );
  return { kind: 'addresses', set: unionAddresses(points), endpoints: true };
}

function targetPorts({ protocol, targetPort }: ServicePort): PortSpec {
  if (typeof targetPort === 'string') return { numbers: NONE, names: [{ name: targetPort, protocol }] };
  return { numbers: portRange(protocol, targetPort, targetPort), names: [] };
}

/** Ports are joined by name: that of the Service's port is that of the endpoints' port. */
function manualTargets(all: readonly ManualEndpoints[], service: Service, port: ServicePort): Target[] {
  return all
    .filter((e) => isFor(e, service))
    .map((endpoints) => {
      const numbers = endpoints.ports
        .filter((p) => p.protocol === port.protocol && p.name === port.name)
        .map((p): ConnectionSet => portRange(p.protocol, p.port ?? 1, p.port ?? MAX_PORT));
      return { to: addressPeer(endpoints), ports: { numbers: unionAll(numbers), names: [] } };
    });
}

/** How a Service is open to addresses outside the cluster. */
function outsideOpenings(cluster: Cluster, service: Service): Opening[] {
  const vias: OpeningKind[] = [];
  if (service.type === 'LoadBalancer') vias.push('load-balancer');
  if (service.type === 'NodePort' || service.ports.some((p) => p.nodePort !== undefined)) vias.push('node-port');
  if (service.hasExternalIPs) vias.push('external-ip');
  const by = { kind: 'Service', namespace: service.namespace, name: service.name, origin: service.origin };
  return vias.flatMap((via) => service.ports.flatMap((port) => openPort(cluster, service, { port, via, by })));
}

interface Way {
  readonly port: ServicePort;
  readonly via: OpeningKind;
  readonly by: OpenedBy;
}

function openPort(cluster: Cluster, service: Service, { port, via, by }: Way): Opening[] {
  const at = `${service.namespace}/${service.name}:${port.port}`;
  const hidesSource = service.externalTrafficPolicy !== 'Local';
  return serviceTargets(cluster, service, port).map((target) => ({ via, at, by, hidesSource, ...target }));
}

const VIA: Readonly<Record<string, OpeningKind>> = { Ingress: 'ingress', Route: 'route' };

function followBackend(
  cluster: Cluster,
  entry: EntryPoint,
  backend: Backend,
): { openings: Opening[]; findings: Finding[] } {
  const service = cluster.services.get(`${backend.namespace}/${backend.service}`);
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
  return { openings: ports.flatMap((port) => openPort(cluster, service, { port, via, by })), findings: [] };
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
