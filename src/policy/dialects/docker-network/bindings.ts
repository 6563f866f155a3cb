/**
 * Published ports: which address and port of the host lead to which port of a container, and whether they do at all.
 * Ports are programmed on the container's way out only, and only where that translates addresses
 * (https://docs.docker.com/engine/network/port-publishing/). Tested in
 * `test/policy/dialects/docker-network/bindings.test.ts`.
 */

import { PROTOCOLS, type Protocol, portRange } from '../../../algebra/connection-set.ts';
import type { HostPorts } from '../../../docker/port.ts';
import type { Service } from '../../../docker/service.ts';
import type { Origin } from '../../../ingest/document.ts';
import type { PortSpec } from '../../rule.ts';
import type { Entry } from './cause.ts';
import { type NetworkSpace, type Place, routeOf } from './place.ts';

/** A port of a service, or several that follow each other. */
export interface ServicePorts {
  readonly origin: Origin;
  readonly protocol: Protocol;
  /** The container's own. */
  readonly target: HostPorts;
}

export interface Binding extends ServicePorts {
  /** The service whose container it leads to. */
  readonly service: string;
  /** Absent: free ports of the engine's choice. One of several where they are not as many as the targets. */
  readonly published?: HostPorts;
  /** The host's address it is bound to; absent: every one. */
  readonly address?: string;
  readonly state: BindingState;
}

export type BindingState =
  | { readonly kind: 'active' }
  /** Nothing listens for it, because of an entry. */
  | { readonly kind: 'inactive'; readonly because: Entry }
  | { readonly kind: 'unknown'; readonly why: string };

/** Of a service that has a namespace of its own; the engine refuses ports in that of another. */
export function bindingsOf(place: Place): Binding[] {
  const { id, service, space } = place;
  if (space.root.id !== id) return [];
  const state = stateOf(place);
  const binding = space.kind === 'networks' ? space.gateway?.network.binding : undefined;
  const written = service.ports.flatMap((port): Binding[] => {
    const protocol = protocolOf(port.protocol);
    if (!protocol) return [];
    const { origin, target, published } = port;
    const address = boundTo(port.host_ip, binding);
    const span = { first: target, last: target };
    return [{ service: id, origin, protocol, target: span, ...(published ? { published } : {}), ...address, state }];
  });
  if (!service.publishAll) return written;
  const free = unbound(service).map(
    (ports): Binding => ({ service: id, ...ports, ...boundTo(undefined, binding), state }),
  );
  return [...written, ...free];
}

function boundTo(written: string | undefined, binding: string | undefined): { address?: string } {
  const address = written || binding || '';
  return address === '' || address === '0.0.0.0' || address === '::' ? {} : { address };
}

/** Whether only the host itself can dial the address. */
export function isLoopback(address: string | undefined): boolean {
  return address !== undefined && /^(?:127\.|::1$)/.test(address);
}

/** What a service publishes: it is open on a network in mode `routed`, whatever port of the host it has. */
export function publishedPorts({ space }: Place): ServicePorts[] {
  const { service: root } = space.root;
  const written = root.ports.flatMap(({ origin, target, protocol: text }): ServicePorts[] => {
    const protocol = protocolOf(text);
    return protocol ? [{ origin, protocol, target: { first: target, last: target } }] : [];
  });
  return root.publishAll ? [...written, ...unbound(root)] : written;
}

/** What it exposes and does not publish itself. */
function unbound(service: Service): ServicePorts[] {
  const bound = new Set(service.ports.map(({ protocol, target }) => `${target}/${protocol.toUpperCase()}`));
  return exposedPorts(service).filter(
    ({ protocol, target: { first, last } }) => first !== last || !bound.has(`${first}/${protocol}`),
  );
}

/** `80`, `8000-8010/udp`; what is no port is passed over, as the engine would refuse it. */
export function exposedPorts({ expose }: Service): ServicePorts[] {
  return expose.flatMap(({ value, origin }): ServicePorts[] => {
    const [, first, last = first, protocol = 'tcp'] = /^(\d{1,5})(?:-(\d{1,5}))?(?:\/(\w+))?$/.exec(value) ?? [];
    const known = protocolOf(protocol);
    return first === undefined || !known
      ? []
      : [{ origin, protocol: known, target: { first: Number(first), last: Number(last) } }];
  });
}

function protocolOf(text: string): Protocol | undefined {
  return PROTOCOLS.find((protocol) => protocol === text.toUpperCase());
}

export function portSpec({ protocol, target }: ServicePorts): PortSpec {
  return { numbers: portRange(protocol, target.first, target.last), names: [] };
}

function stateOf(place: Place): BindingState {
  const { id, space } = place;
  switch (space.kind) {
    case 'unknown':
      return { kind: 'unknown', why: space.why };
    case 'host':
      return inactive(
        'network_mode',
        place,
        `${id} uses the host's network, where ports are not published but open as they are`,
      );
    case 'none':
      return inactive('network_mode', place, `${space.why}, so nothing is published`);
    case 'networks':
      return gatewayState(id, space);
  }
}

function inactive(kind: string, { id, space }: Place, text: string): BindingState {
  const origin = space.kind === 'networks' ? space.joins[0].origin : space.origin;
  return { kind: 'inactive', because: { kind, name: id, origin, text } };
}

function gatewayState(id: string, space: NetworkSpace): BindingState {
  const { gateway } = space;
  if (!gateway) {
    const [{ network, origin }] = space.joins;
    const text = `every network of ${id} is internal, so nothing is published`;
    return {
      kind: 'inactive',
      because: { kind: 'internal', name: network.name, origin: network.internal ?? origin, text },
    };
  }
  const { network, origin } = gateway;
  const route = routeOf(space);
  if (route === 'unknown')
    return { kind: 'unknown', why: `whether the driver ${network.driver} publishes ports is not modelled` };
  if (route === 'lan') {
    const text = `the way out of ${id} is the ${network.driver} network ${network.name}, which publishes nothing`;
    return {
      kind: 'inactive',
      because: { kind: 'driver', name: network.name, origin: network.driverOrigin ?? origin, text },
    };
  }
  if (network.mode === 'nat' || network.mode === 'nat-unprotected') return { kind: 'active' };
  const text = `the way out of ${id} is ${network.name}, whose gateway mode is ${network.mode}, so no port of the host leads to it`;
  return {
    kind: 'inactive',
    because: { kind: 'driver_opts', name: network.name, origin: network.modeOrigin ?? origin, text },
  };
}

/** A question about a port of the host: by which manner, and at which of its addresses. */
export interface Dialled {
  readonly via: 'published' | 'loopback';
  readonly protocol: Protocol;
  readonly port: number;
  /** The host's address; absent for `loopback`, where it is 127.0.0.1. */
  readonly address?: string | undefined;
}

/** The bindings that a port of the host may lead to; those that surely do have one published port and are active. */
export function bindingsAt(bindings: readonly Binding[], dialled: Dialled): Binding[] {
  const address = dialled.via === 'loopback' ? (dialled.address ?? '127.0.0.1') : dialled.address;
  return bindings.filter(({ protocol, published, address: bound }) => {
    if (protocol !== dialled.protocol || !published) return false;
    if (dialled.port < published.first || dialled.port > published.last) return false;
    if (bound === undefined) return true;
    return address === undefined ? !isLoopback(bound) : bound === address;
  });
}
