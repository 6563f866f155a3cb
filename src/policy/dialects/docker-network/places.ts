/**
 * Every service with the namespace it ends in: references to other services and containers are followed to the end
 * (https://docs.docker.com/reference/compose-file/services/#network_mode), across projects too. A container that no
 * file shows, or a circle of references, leaves everything unknown. Tested in
 * `test/policy/dialects/docker-network/places.test.ts`.
 */

import type { Project } from '../../../docker/project.ts';
import type { Service } from '../../../docker/service.ts';
import { byKeys } from '../../../util/ordering.ts';
import { Containers } from './containers.ts';
import { networkSpace } from './gateway.ts';
import type { Join, Member, Place, Space } from './place.ts';
import type { RealNetworks } from './real-network.ts';

export interface Places {
  /** In order of ids. */
  readonly all: readonly Place[];
  readonly containers: Containers;
  /** The service of a project that a name of it means. */
  of(project: Project, service: string): Place | undefined;
}

interface Known {
  readonly networks: RealNetworks;
  readonly containers: Containers;
  readonly byProject: ReadonlyMap<Project, ReadonlyMap<string, Member>>;
  readonly hasPriorities: boolean;
  /** Where each leads to, as far as it has been followed. */
  readonly spaces: Map<Service, Space>;
}

export function placesOf(projects: readonly Project[], networks: RealNetworks, hasPriorities: boolean): Places {
  const byProject = membersOf(projects);
  const members = [...byProject.values()].flatMap((own) => [...own.values()]);
  const containers = new Containers(members);
  const known = { networks, containers, byProject, hasPriorities, spaces: new Map<Service, Space>() };
  const all = members.map((member) => ({ ...member, space: spaceOf(member, known) })).sort(byKeys(({ id }) => id));
  const places = new Map(all.map((place) => [place.service, place]));
  return {
    all,
    containers,
    of: (project, name) => {
      const service = project.services.get(name);
      return service && places.get(service);
    },
  };
}

/** Under ids of their own: what begins with `@` is ours, and projects of one name are told apart. */
function membersOf(projects: readonly Project[]): Map<Project, ReadonlyMap<string, Member>> {
  const taken = new Set<string>();
  const idOf = (project: Project, name: string): string => {
    const id = projects.length > 1 || name.startsWith('@') ? `${project.name}/${name}` : name;
    let unique = id;
    for (let count = 2; taken.has(unique); count++) unique = `${id}~${count}`;
    taken.add(unique);
    return unique;
  };
  const members = (project: Project) =>
    [...project.services].map(([name, service]) => [name, { id: idOf(project, name), project, service }] as const);
  return new Map(projects.map((project) => [project, new Map(members(project))]));
}

function spaceOf(member: Member, known: Known): Space {
  const path: Member[] = [];
  const passed = new Set<Service>();
  let at = member;
  let end = known.spaces.get(at.service);
  while (!end) {
    path.push(at);
    const isCircle = passed.has(at.service);
    passed.add(at.service);
    const next = isCircle ? 'circle' : follow(at, known);
    if (typeof next === 'object') at = next;
    end = typeof next === 'object' ? known.spaces.get(at.service) : ending(next, at, known);
  }
  for (const { service } of path) known.spaces.set(service, end);
  return end;
}

/** Whose network a service uses; `own` where it is its own, `lost` where no file shows whose. */
function follow(member: Member, known: Known): Member | 'own' | 'lost' {
  const mode = member.service.network_mode?.value;
  // Without containers there is nobody to use a network, or to have one used.
  if (member.service.replicas === 0) return 'own';
  if (mode?.kind === 'service') return known.byProject.get(member.project)?.get(mode.service) ?? 'lost';
  if (mode?.kind === 'container') return containerOf(mode.container, member, known) ?? 'lost';
  return 'own';
}

function ending(kind: 'own' | 'lost' | 'circle', root: Member, known: Known): Space {
  if (kind === 'own') return ownSpace(root, known);
  const why =
    kind === 'lost'
      ? 'the container whose network it uses is not shown'
      : 'its network_mode refers to itself in the end';
  return { kind: 'unknown', root, origin: root.service.network_mode?.origin ?? root.service.origin, why };
}

/** Compose finds a container by name among all; a service of the project may be meant by its own name. */
function containerOf(name: string, { project }: Member, { containers, byProject }: Known): Member | undefined {
  const found = containers.named(name);
  if (found) return found;
  const service = byProject.get(project)?.get(name);
  return service?.service.made_by ? service : undefined;
}

function ownSpace(root: Member, known: Known): Space {
  const { service, project } = root;
  const { network_mode: mode, replicas } = service;
  if (replicas === 0) return { kind: 'none', root, origin: service.origin, why: `${root.id} has no containers` };
  const [only] = service.networks;
  const name = only && service.networks.length === 1 ? project.networks.get(only.network)?.name : undefined;
  // A service whose only network is the engine's own `host` or `none` is as one with that network_mode.
  const kind = mode?.value.kind ?? (name === 'host' || name === 'none' ? name : undefined);
  const origin = mode?.origin ?? only?.origin ?? service.origin;
  if (kind === 'host') return { kind, root, origin };
  if (kind === 'none') return { kind, root, origin, why: `${root.id} has no network at all` };
  return networkSpace(root, joinsOf(root, known));
}

function joinsOf({ service, project }: Member, { networks, hasPriorities }: Known): Join[] {
  const mode = service.network_mode;
  if (mode) {
    const name = mode.value.kind === 'network' ? mode.value.name : 'bridge';
    const network = networks.named(name);
    return [{ network, origin: mode.origin, aliases: [], priority: 0, hasServiceName: false }];
  }
  return service.networks.map((attachment) => ({
    network: networks.named(project.networks.get(attachment.network)?.name ?? attachment.network),
    origin: attachment.origin,
    aliases: attachment.aliases.map(({ value }) => value),
    priority: hasPriorities ? attachment.gw_priority.value : 0,
    hasServiceName: service.made_by !== 'docker run',
  }));
}
