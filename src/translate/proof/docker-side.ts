/**
 * What Docker lets through: the project as the ordinary model of Docker reads it, beside containers that no file of it
 * declares. Every service is asked about as if it had two containers, so that what they may say to each other counts
 * (https://docs.docker.com/reference/compose-file/deploy/#replicas says how many there are, never who is reached).
 */

import { type ConnectionSet, NONE, union } from '../../algebra/connection-set.ts';
import { blankService } from '../../docker/container/blank-service.ts';
import type { Network } from '../../docker/network.ts';
import type { Project } from '../../docker/project.ts';
import type { Service } from '../../docker/service.ts';
import type { Cell } from '../../engine/cell.ts';
import { makeReach } from '../../engine/compile.ts';
import type { Origin } from '../../ingest/document.ts';
import {
  type DockerEngine,
  type DockerWorld,
  dockerPlaces,
  dockerWorld,
  HOST,
  INTERNET,
  LAN,
  type Place,
} from '../../policy/dialects/docker-network/index.ts';
import type { DockerManner } from '../../policy/way.ts';
import { Cells } from './cells.ts';

export { HOST, INTERNET, LAN };
/** A container that no file declares, on a network of its own. */
export const OTHER = '@other';
/** The same on one external network of the project: there is one for each. */
export function joinedTo(network: string): string {
  return `@on/${network}`;
}

const EMPTY: Cell = { allow: NONE, unknown: NONE };

export class DockerSide {
  /** In order of ids; of services as if each had two containers. */
  readonly places: readonly Place[];
  readonly world: DockerWorld;
  /** Real names of networks that exist outside of the project, so that others may be on them. */
  readonly externalNetworks: readonly string[];
  readonly #nodes = new Map<string, number>();
  readonly #ids = new Map<string, string>();
  readonly #peers: ReadonlyMap<string, string>;
  readonly #any: Cells;
  readonly #published: Cells;

  constructor(project: Project, engine: DockerEngine) {
    const doubled = withReplicas(project, 2);
    this.externalNetworks = externalNetworks(doubled, engine);
    const projects = [doubled, witnesses(doubled, this.externalNetworks)];
    const world = dockerWorld(projects, { engine });
    this.world = world;
    const { places } = dockerPlaces(projects, engine);
    this.places = places.filter((place) => place.project === doubled);
    for (const place of places) this.#ids.set(place.service.name, place.id);
    for (const id of [HOST, LAN, INTERNET]) this.#ids.set(id, id);
    this.#peers = new Map([...this.#ids].map(([peer, id]) => [id, peer]));
    this.#any = reachOver(world, () => true);
    this.#published = reachOver(world, (via) => via === 'published');
    for (const [index, node] of this.#any.reach.nodes.entries()) {
      if (node.kind === 'endpoint') this.#nodes.set(node.endpoint.id, index);
    }
  }

  /** By every way there is. Ends are names of services, and peers that begin with `@`. */
  between(from: string, to: string): Cell {
    return this.#cell(this.#any, from, to);
  }

  /** What ports of the host lead to, asked for by another machine. */
  published(to: string): Cell {
    return this.#cell(this.#published, LAN, to);
  }

  /** Containers that are none of the project's. */
  get others(): readonly string[] {
    return [OTHER, ...this.externalNetworks.map(joinedTo)];
  }

  /** Every name that stands in the files, sorted. */
  get names(): readonly string[] {
    return this.world.names.all.filter((name) => !this.others.includes(name));
  }

  /** The services that a name means at a service, by their names. */
  resolve(from: string, name: string): readonly string[] {
    return this.world.names.resolve(this.#ids.get(from) ?? '', name).map((id) => this.#peers.get(id) ?? id);
  }

  #cell(cells: Cells, from: string, to: string): Cell {
    const [source, destination] = [this.#ids.get(from), this.#ids.get(to)].map((id) => this.#nodes.get(id ?? ''));
    return source === undefined || destination === undefined ? EMPTY : cells.between(source, destination);
  }
}

/** What is open for sure or perhaps. */
export function mayOf({ allow, unknown }: Cell): ConnectionSet {
  return unknown.length === 0 ? allow : union(allow, unknown);
}

function reachOver({ endpoints, ways }: DockerWorld, isMeant: (via: DockerManner) => boolean): Cells {
  const manners = ways.filter(({ via }) => via !== 'pod' && via !== 'entry' && isMeant(via));
  return new Cells(makeReach({ endpoints, ways: manners }));
}

/** The same project with at least so many containers of each service. */
export function withReplicas(project: Project, atLeast: number): Project {
  const services = [...project.services].map(([name, service]): [string, Service] => {
    return [name, service.replicas >= atLeast ? service : { ...service, replicas: atLeast }];
  });
  return { ...project, services: new Map(services) };
}

/** Those that the project joins and does not make. */
function externalNetworks(project: Project, engine: DockerEngine): string[] {
  const made = new Set([...project.networks.values()].flatMap(({ external, name }) => (external ? [] : [name])));
  const { places } = dockerPlaces([project], engine);
  const joined = places.flatMap(({ space }) => (space.kind === 'networks' ? space.joins : []));
  return [...new Set(joined.map(({ network }) => network.name))].filter((name) => !made.has(name)).sort();
}

/** A project of containers that are none of this one's. */
function witnesses({ origin }: Project, external: readonly string[]): Project {
  const networks = [
    network('portolan-witness_own', origin, false),
    ...external.map((name) => network(name, origin, true)),
  ];
  const on = (id: string, keys: readonly string[]): [string, Service] => {
    return [id, { ...blankService(id, origin), networks: keys.map((key) => attachment(key, origin)) }];
  };
  const [own = ''] = networks.map(({ key }) => key);
  return {
    name: 'portolan-witness',
    folder: '',
    origin,
    services: new Map([on(OTHER, [own]), ...external.map((name) => on(joinedTo(name), [own, name]))]),
    networks: new Map(networks.map((each) => [each.key, each])),
    volumes: new Map(),
    configs: new Map(),
    secrets: new Map(),
  };
}

function network(name: string, origin: Origin, external: boolean): Network {
  const ipam = { options: new Map(), config: [] };
  return { key: name, name, origin, external, driver_opts: new Map(), ipam, labels: new Map() };
}

function attachment(network: string, origin: Origin): Service['networks'][number] {
  return {
    network,
    origin,
    aliases: [],
    link_local_ips: [],
    driver_opts: new Map(),
    priority: 0,
    gw_priority: { value: 0, origin },
  };
}
