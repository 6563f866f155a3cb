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
}

export function placesOf(projects: readonly Project[], networks: RealNetworks, hasPriorities: boolean): Places {
  const byProject = new Map(projects.map((project) => [project, membersOf(project, projects.length > 1)]));
  const members = [...byProject.values()].flatMap((own) => [...own.values()]);
  const containers = new Containers(members);
  const known = { networks, containers, byProject, hasPriorities };
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

function membersOf(project: Project, isOneOfMany: boolean): Map<string, Member> {
  const idOf = ({ name }: Service) => (isOneOfMany ? `${project.name}/${name}` : name);
  return new Map([...project.services].map(([name, service]) => [name, { id: idOf(service), project, service }]));
}

function spaceOf(member: Member, known: Known): Space {
  const seen = new Set<Service>();
  let root = member;
  for (;;) {
    const { network_mode: mode } = root.service;
    if (seen.has(root.service)) return lost(root, 'its network_mode refers to itself in the end');
    seen.add(root.service);
    if (mode?.value.kind !== 'service' && mode?.value.kind !== 'container') return ownSpace(root, known);
    const next =
      mode.value.kind === 'service'
        ? known.byProject.get(root.project)?.get(mode.value.service)
        : containerOf(mode.value.container, root, known);
    if (!next) return lost(root, 'the container whose network it uses is not shown');
    root = next;
  }
}

/** Compose finds a container by name among all; a service of the project may be meant by its own name. */
function containerOf(name: string, { project }: Member, { containers, byProject }: Known): Member | undefined {
  const found = containers.named(name);
  if (found) return found;
  const service = byProject.get(project)?.get(name);
  return service?.service.made_by ? service : undefined;
}

function lost(root: Member, why: string): Space {
  return { kind: 'unknown', root, origin: root.service.network_mode?.origin ?? root.service.origin, why };
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
