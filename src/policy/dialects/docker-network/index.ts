/**
 * The door to the network of Docker: projects to endpoints and ways, ready for the engine, with what is published, what
 * names mean, and what was taken for granted. What is odd is a finding; nothing throws.
 */

import type { Project } from '../../../docker/project.ts';
import type { Origin } from '../../../ingest/document.ts';
import type { Finding } from '../../../ingest/finding.ts';
import type { Endpoint } from '../../endpoint.ts';
import type { Stranger } from '../../stranger.ts';
import type { Way } from '../../way.ts';
import { assumptionsOf } from './assumptions.ts';
import { type Binding, bindingsOf } from './bindings.ts';
import { endpointsOf } from './endpoints.ts';
import { type DockerEngine, traitsOf } from './engine.ts';
import { networkFindings } from './findings.ts';
import { hostAddressOf } from './host-address.ts';
import { DockerNames } from './names.ts';
import { type Household, householdsOf, joinsByNetwork, type Place } from './place.ts';
import { placesOf } from './places.ts';
import { RealNetworks } from './real-network.ts';
import { strangersOf } from './strangers.ts';
import { dockerWays } from './ways/index.ts';

export {
  type Binding,
  type BindingState,
  bindingsAt,
  type Dialled,
  exposedPorts,
  isLoopback,
  type ServicePorts,
} from './bindings.ts';
export type { Cause } from './cause.ts';
export type { DockerKind } from './endpoints.ts';
export { DOCKER_ENGINES, type DockerEngine } from './engine.ts';
export { dialledAt, hostSide, leadsTo, networkOf } from './host-side.ts';
export type { DockerNames } from './names.ts';
export { HOST, INTERNET, LAN } from './peers.ts';
export { type Household, type Join, type NetworkSpace, type Place, routeOf, type Space } from './place.ts';
export type { RealNetwork } from './real-network.ts';

export interface DockerOptions {
  readonly engine: DockerEngine;
  /** The host's address on the LAN; absent: the lowest one that a port is published at. */
  readonly hostAddress?: string | undefined;
}

export const DEFAULT_DOCKER_OPTIONS: DockerOptions = { engine: '29' };

/** What an endpoint does not say of its service. */
export interface ServiceFacts {
  readonly origin: Origin;
  readonly replicas: number;
  /** In the network of the host, where nothing guards it. */
  readonly inHost: boolean;
}

export interface DockerWorld {
  /** Services in order of ids, after the peers that no file declares. */
  readonly endpoints: readonly Endpoint[];
  /** One per manner; their policies are causes, which say in words what an entry means. */
  readonly ways: readonly Way[];
  /** What ports of the host lead to, whether they are active, and why not. */
  readonly bindings: readonly Binding[];
  readonly hostAddress: string | undefined;
  readonly names: DockerNames;
  /** Who else may be on their networks. */
  readonly strangers: readonly Stranger[];
  /** By the id of its endpoint. */
  readonly services: ReadonlyMap<string, ServiceFacts>;
  /** Real names of the networks that services are on. */
  readonly networks: readonly string[];
  readonly findings: readonly Finding[];
  /** What the answer takes for granted, as sentences. */
  readonly assumptions: readonly string[];
}

/** Projects of one host; an empty world where there are none. */
export function dockerWorld(
  projects: readonly Project[],
  { engine, hostAddress: given }: DockerOptions = DEFAULT_DOCKER_OPTIONS,
): DockerWorld {
  const [first] = projects;
  const traits = traitsOf(engine);
  const places = placesOf(projects, new RealNetworks(projects, traits), traits.hasGatewayModes);
  const bindings = places.all.flatMap(bindingsOf);
  const hostAddress = given ?? hostAddressOf(bindings);
  const names = new DockerNames(places);
  return {
    endpoints: first ? endpointsOf(places.all) : [],
    ways: first ? dockerWays(places, traits, first.origin) : [],
    bindings,
    hostAddress,
    names,
    strangers: strangersOf(places.all),
    services: new Map(places.all.map((place) => [place.id, factsOf(place)])),
    networks: joinsByNetwork(places.all).map(({ network }) => network.name),
    findings: networkFindings({ places, bindings, names }),
    assumptions: assumptionsOf({ traits, places, bindings, hostAddress, isHostAddressGiven: given !== undefined }),
  };
}

function factsOf({ service: { origin, replicas }, space }: Place): ServiceFacts {
  return { origin, replicas, inHost: space.kind === 'host' };
}

/** Every service with the network namespace it ends in, and the namespaces with everyone in them. */
export interface DockerPlaces {
  readonly places: readonly Place[];
  readonly households: readonly Household[];
}

export function dockerPlaces(projects: readonly Project[], engine: DockerEngine): DockerPlaces {
  const traits = traitsOf(engine);
  const { all } = placesOf(projects, new RealNetworks(projects, traits), traits.hasGatewayModes);
  return { places: all, households: householdsOf(all) };
}
