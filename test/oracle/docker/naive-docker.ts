/**
 * Who reaches whom on a Docker host, decided one probe at a time by going through the rules of the engine as its
 * documentation and its own tests state them
 * (https://docs.docker.com/engine/network/packet-filtering-firewalls/, …/port-publishing/, …/drivers/bridge/). Slow and
 * plain on purpose: it is the second opinion on the network model. Assumed: Linux, rootful, default options, IPv4.
 */
import {
  type Engine,
  LAN_ADDRESS,
  type Picture,
  type PortPicture,
  type Probe,
  type ServicePicture,
} from './picture.ts';
import { type Endpoint, endpointsOf, gatewayOf, isLanDriver, rootOf, serviceNamed } from './places.ts';

/** A namespace: the service it belongs to, and its networks. */
interface Space {
  readonly root: ServicePicture;
  readonly endpoints: readonly Endpoint[];
}

export interface Question {
  readonly picture: Picture;
  readonly engine: Engine;
}

/** Whether a new connection is let through. A published port that nobody has is closed. */
export function naiveAllowed(question: Question, probe: Probe): boolean {
  switch (probe.via) {
    case 'direct':
      return reachesDirectly(question, probe);
    case 'published':
    case 'loopback':
      return naiveReached(question, probe) !== undefined;
    case 'host-process':
      return probe.from === '@host' || reachesHost(spaceOf(question, probe.from));
    case 'egress':
      return probe.from === '@host' || reachesOutside(spaceOf(question, probe.from));
  }
}

function spaceOf({ picture, engine }: Question, name: string): Space {
  const root = rootOf(picture, serviceNamed(picture, name));
  return { root, endpoints: endpointsOf(picture, root, engine) };
}

function isHost({ root }: Space): boolean {
  return root.where.kind === 'host';
}

/** Whether its way out is a bridge, so that it can leave for other networks and for the host's addresses. */
function hasRoute({ endpoints }: Space): boolean {
  return gatewayOf(endpoints)?.network.driver === 'bridge';
}

function reachesOutside(space: Space): boolean {
  return isHost(space) || gatewayOf(space.endpoints) !== undefined;
}

/** An internal bridge leads to the host all the same, at its own gateway address, unless it is isolated. */
function reachesHost(space: Space): boolean {
  if (isHost(space) || hasRoute(space)) {
    return true;
  }
  return space.endpoints.some(({ network }) => network.driver === 'bridge' && network.mode !== 'isolated');
}

function reachesDirectly(question: Question, probe: Probe): boolean {
  const target = spaceOf(question, probe.to);
  if (target.root.where.kind === 'none') {
    return probe.from !== '@host' && probe.from !== '@lan' && spaceOf(question, probe.from).root === target.root;
  }
  if (probe.from === '@host') {
    return hostReaches(target);
  }
  if (probe.from === '@lan') {
    return lanReaches(question, target, probe);
  }
  const source = spaceOf(question, probe.from);
  if (source.root === target.root || (isHost(source) && isHost(target))) {
    return true;
  }
  if (source.root.where.kind === 'none') {
    return false;
  }
  if (isHost(target)) {
    return reachesHost(source);
  }
  return isHost(source) ? hostReaches(target) : containerReaches(question, source, target, probe);
}

function hostReaches(target: Space): boolean {
  return (
    isHost(target) || target.endpoints.some(({ network }) => network.driver === 'bridge' && network.mode !== 'isolated')
  );
}

function lanReaches({ engine }: Question, target: Space, probe: Probe): boolean {
  if (isHost(target)) {
    return true;
  }
  return target.endpoints.some((endpoint) => {
    const { network } = endpoint;
    if (network.internal) {
      return false;
    }
    if (isLanDriver(network)) {
      return true;
    }
    return (
      network.mode === 'nat-unprotected' ||
      (network.mode === 'routed' && isOpenRouted(engine, endpoint, target, probe)) ||
      (engine === 'before-28' && isPublished(target, probe))
    );
  });
}

/** Between containers: over a network they share, or into one whose containers can be reached from outside. */
function containerReaches({ engine }: Question, source: Space, target: Space, probe: Probe): boolean {
  return target.endpoints.some((endpoint) => {
    const { network } = endpoint;
    const isShared = source.endpoints.some((own) => own.network.realName === network.realName);
    if (isShared) {
      return isLanDriver(network) || network.icc;
    }
    if (network.driver !== 'bridge' || network.internal || !hasRoute(source)) {
      return false;
    }
    return (
      (network.mode === 'nat-unprotected' && engine === '29') ||
      (network.mode === 'routed' && isOpenRouted(engine, endpoint, target, probe))
    );
  });
}

/** The published ports of a routed endpoint are open; before 29 only where it is the gateway. */
function isOpenRouted(engine: Engine, endpoint: Endpoint, target: Space, probe: Probe): boolean {
  const isGateway = gatewayOf(target.endpoints)?.network.realName === endpoint.network.realName;
  return isPublished(target, probe) && (engine === '29' || isGateway);
}

function isPublished({ root }: Space, probe: Probe): boolean {
  return root.ports.some(({ port, protocol }) => port === probe.port && protocol === probe.protocol);
}

/** The service and port that a probe of a port of the host ends at. */
export function naiveReached(question: Question, probe: Probe): string | undefined {
  if (!mayDialHost(question, probe)) {
    return undefined;
  }
  for (const service of question.picture.services) {
    const space = spaceOf(question, service.name);
    const gateway = gatewayOf(space.endpoints);
    const publishes = gateway?.network.driver === 'bridge' && gateway.network.mode.startsWith('nat');
    if (space.root !== service || !publishes) {
      continue;
    }
    const hit = service.ports.find(
      (port) =>
        port.hostPort === probe.port && port.protocol === probe.protocol && isDialled(port, gateway.network, probe),
    );
    if (hit) {
      return `${service.name}:${hit.port}`;
    }
  }
  return undefined;
}

function mayDialHost(question: Question, { from, via }: Probe): boolean {
  if (from === '@host') {
    return true;
  }
  if (from === '@lan') {
    return via === 'published';
  }
  const space = spaceOf(question, from);
  return isHost(space) || (via === 'published' && hasRoute(space));
}

/** Whether the address a port is published on is the one that is dialled. */
function isDialled({ hostIp }: PortPicture, { hostBinding }: Endpoint['network'], { via }: Probe): boolean {
  const address = hostIp ?? hostBinding ?? '0.0.0.0';
  return address === '0.0.0.0' || address === (via === 'loopback' ? '127.0.0.1' : LAN_ADDRESS);
}
