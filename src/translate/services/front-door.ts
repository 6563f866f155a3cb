/**
 * Published ports, opened to the outside: a Service of a type that is reached from there, or an Ingress or HTTPRoute
 * before one (https://kubernetes.io/docs/concepts/services-networking/service/#publishing-services-service-types). What
 * is bound to a loopback address stays shut: it was for the host alone.
 */

import type { PublishedPort } from '../../docker/port.ts';
import type { Service } from '../../docker/service.ts';
import { type Binding, isLoopback } from '../../policy/dialects/docker-network/index.ts';
import type { YamlMapping, YamlNode } from '../../util/yaml-writer.ts';
import { NAME } from '../labels.ts';
import { from, type Manifest, metadata } from '../manifests/manifest.ts';
import { entryAt, type Plan } from '../plan.ts';
import type { Unit } from '../pods/unit.ts';
import { type Door, doorOf, noteBindings } from './bindings.ts';
import { httpRoute, ingress, isHttp } from './http.ts';

export function frontDoor(plan: Plan, unit: Unit): Manifest[] {
  const own = plan.docker.world.bindings.filter((binding) => isOf(plan, binding, unit));
  noteBindings(plan, unit, own);
  const open = own.filter(({ state, address }) => state.kind === 'active' && !isLoopback(address));
  const door = doorOf(plan, unit, open);
  if (open.length === 0 || door === 'none') return [];
  const ports = openPorts(plan, unit.root, open, door);
  const http = open.filter(isHttp);
  const isBehind = door === 'ingress' || door === 'gateway';
  const head = isBehind
    ? [`What the ${door === 'ingress' ? 'Ingress' : 'HTTPRoute'} of ${unit.root.name} leads to.`]
    : [`The published ports of ${unit.root.name}.`];
  const name = plan.objectNames.of('Service', `${unit.name}-published`);
  const policy = unit.root.labels.get('kompose.service.external-traffic-policy')?.toLowerCase();
  const object = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: from(plan, metadata(plan, name, unit.name), open[0]?.origin ?? unit.root.origin),
    spec: {
      type: isBehind ? undefined : from(plan, door === 'nodeport' ? 'NodePort' : 'LoadBalancer', typeAt(unit.root)),
      externalTrafficPolicy:
        isBehind || policy !== 'local' ? undefined : from(plan, 'Local', entryAt(unit.root, 'labels')),
      selector: { [NAME]: unit.name },
      ports,
    },
  };
  const service: Manifest = { part: { service: unit.name }, head, object };
  if (door === 'ingress') return [service, ...ingress(plan, { unit, service: name, bindings: http })];
  if (door === 'gateway') return [service, ...httpRoute(plan, { unit, service: name, bindings: http })];
  return [service];
}

function typeAt(service: Service) {
  return entryAt(service, service.labels.has('kompose.service.type') ? 'labels' : 'ports');
}

function isOf({ docker }: Plan, { service }: Binding, { root }: Unit): boolean {
  return docker.places.some((place) => place.id === service && place.service.name === root.name);
}

/** Each pair of a port and a protocol once; the port of the host stays where it is one. */
function openPorts(plan: Plan, service: Service, open: readonly Binding[], door: Door): YamlNode[] {
  const ports = new Map<string, YamlNode>();
  for (const { protocol, target, published, origin } of open) {
    const port = published && published.first === published.last ? published.first : target.first;
    const key = `${protocol.toLowerCase()}-${port}`;
    if (ports.has(key)) continue;
    const isNodePort = door === 'nodeport' && port >= 30_000 && port <= 32_767;
    const entry: YamlMapping = {
      name: key,
      protocol: protocol === 'TCP' ? undefined : protocol,
      appProtocol: appProtocolOf(service.ports, target.first),
      port,
      targetPort: port === target.first ? undefined : target.first,
      nodePort: isNodePort ? port : nodePortLabel(service, open),
    };
    ports.set(key, from(plan, entry, origin) ?? null);
  }
  return [...ports.values()];
}

function appProtocolOf(ports: readonly PublishedPort[], target: number): string | undefined {
  return ports.find((port) => port.target === target)?.app_protocol;
}

/** kompose's label gives one port; it is ignored where there are several. */
function nodePortLabel({ labels }: Service, open: readonly Binding[]): number | undefined {
  const label = labels.get('kompose.service.nodeport.port');
  return open.length === 1 && label !== undefined && /^\d{5}$/.test(label) ? Number(label) : undefined;
}
