/**
 * Where the containers of a service are in the end: whose network namespace they are in, which real networks that has,
 * and which of them is the way out. Written from the documentation of the engine
 * (https://docs.docker.com/engine/network/, https://docs.docker.com/reference/compose-file/services/#network_mode).
 */
import type { Engine, JoinPicture, NetworkPicture, Picture, ServicePicture } from './picture.ts';

/** A network as the engine knows it, by its real name. */
export interface RealNetwork extends NetworkPicture {
  readonly realName: string;
}

export interface Endpoint {
  readonly network: RealNetwork;
  readonly aliases: readonly string[];
  readonly priority: number;
}

/** The engine's own bridge. */
export const DOCKER0: RealNetwork = {
  key: 'bridge',
  realName: 'bridge',
  driver: 'bridge',
  internal: false,
  icc: true,
  mode: 'nat',
};

export function serviceNamed(picture: Picture, name: string): ServicePicture {
  const service = picture.services.find((each) => each.name === name);
  if (!service) {
    throw new Error(`the picture has no service ${name}`);
  }
  return service;
}

/** The names of the containers of a service. */
export function containerNames(picture: Picture, { name, containerName, replicas }: ServicePicture): string[] {
  return containerName === undefined
    ? Array.from({ length: replicas }, (_, index) => `${picture.project}-${name}-${index + 1}`)
    : [containerName];
}

/** The service whose namespace a service is in: its own, or that of the one it joins, and so on. */
export function rootOf(picture: Picture, service: ServicePicture): ServicePicture {
  const { where } = service;
  if (where.kind === 'service') {
    return rootOf(picture, serviceNamed(picture, where.of));
  }
  if (where.kind === 'container') {
    const owner = picture.services.find((each) => containerNames(picture, each).includes(where.of));
    return owner ? rootOf(picture, owner) : service;
  }
  return service;
}

export function realNetwork(picture: Picture, key: string): RealNetwork {
  const network = picture.networks.find((each) => each.key === key);
  if (!network) {
    throw new Error(`the picture has no network ${key}`);
  }
  const realName = network.name ?? (network.external ? key : `${picture.project}_${key}`);
  return { ...network, realName };
}

/** The networks of a namespace, under the engine's rules: before 28 there are no gateway modes and priorities. */
export function endpointsOf(picture: Picture, root: ServicePicture, engine: Engine): Endpoint[] {
  if (root.where.kind === 'bridge') {
    return [{ network: DOCKER0, aliases: [], priority: 0 }];
  }
  if (root.where.kind !== 'networks') {
    return [];
  }
  return root.where.joined.map((join) => endpointOf(picture, join, engine));
}

function endpointOf(picture: Picture, { network: key, aliases, priority }: JoinPicture, engine: Engine): Endpoint {
  const network = realNetwork(picture, key);
  return engine === 'before-28'
    ? { network: { ...network, mode: 'nat' }, aliases, priority: 0 }
    : { network, aliases, priority };
}

/**
 * The order in which a namespace's networks are asked for names and considered as the way out: by priority, then those
 * that lead outside, then by real name.
 */
export function inOrder(endpoints: readonly Endpoint[]): Endpoint[] {
  return [...endpoints].sort((a, b) => {
    if (a.priority !== b.priority) {
      return b.priority - a.priority;
    }
    if (a.network.internal !== b.network.internal) {
      return a.network.internal ? 1 : -1;
    }
    return a.network.realName < b.network.realName ? -1 : 1;
  });
}

/** The endpoint that is the default gateway: the first that leads outside. */
export function gatewayOf(endpoints: readonly Endpoint[]): Endpoint | undefined {
  return inOrder(endpoints).find(({ network }) => !network.internal);
}

export function isLanDriver({ driver }: RealNetwork): boolean {
  return driver === 'macvlan' || driver === 'ipvlan';
}
