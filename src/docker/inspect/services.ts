/**
 * Inspected containers to the services of projects. Containers that Compose labelled become their service again, all
 * replicas one; where they are not alike, each stands for itself. Others are services of their own.
 */

import { byKeys, pushTo } from '../../util/ordering.ts';
import { withDefinition } from '../container/definition.ts';
import type { Service } from '../service.ts';
import type { InspectedContainer } from './container.ts';
import { Directory } from './resolve.ts';

/** By the names of the projects; `other` is the name of the project of the containers that belong to none. */
export function servicesOf(
  containers: readonly InspectedContainer[],
  other: string,
): ReadonlyMap<string, readonly Service[]> {
  const directory = new Directory(containers);
  const groups = groupsOf(containers, other);
  for (const { project, service, members } of groups) {
    for (const member of members) directory.place(member, { project, service });
  }
  const projects = new Map<string, Service[]>();
  for (const group of groups) pushTo(projects, group.project, serviceOf(group, directory));
  return projects;
}

interface Group {
  readonly project: string;
  readonly service: string;
  /** In the order of their numbers; at least one. */
  readonly members: readonly InspectedContainer[];
  /** Whether Compose's own names are all the names they have. */
  readonly isCompose: boolean;
}

function groupsOf(containers: readonly InspectedContainer[], other: string): Group[] {
  const replicas = new Map<string, InspectedContainer[]>();
  const alone: Group[] = [];
  for (const container of containers) {
    const { compose, name } = container;
    if (compose) pushTo(replicas, `${compose.project}\n${compose.service}`, container);
    else alone.push({ project: other, service: name, members: [container], isCompose: false });
  }
  return [...[...replicas.values()].flatMap(groupOfReplicas), ...alone];
}

function groupOfReplicas(unsorted: readonly InspectedContainer[]): Group[] {
  const members = unsorted.toSorted(byKeys((c) => c.compose?.number ?? 0));
  const [first] = members;
  if (!first?.compose) return [];
  const { project, service } = first.compose;
  const alike = likeness(first);
  const isAlike = members.every((member) => likeness(member) === alike);
  const isCounted = members.every((member, index) => member.name === `${project}-${service}-${index + 1}`);
  if (members.length === 1 || (isAlike && isCounted)) return [{ project, service, members, isCompose: true }];
  const message = `The containers of the service ${service} differ, so each of them is shown by its own name.`;
  first.scope.note('INS006', '', message);
  return members.map((member) => ({ project, service: member.name, members: [member], isCompose: false }));
}

/** What must be the same in all containers of a service: everything but names, addresses and free ports. */
function likeness({ service }: InspectedContainer): string {
  const { container_name: _, ...rest } = withDefinition({
    ...service,
    ports: service.ports.map(({ published: __, ...port }) => port),
    networks: service.networks.map(({ ipv4_address: __, ipv6_address: ___, ...attachment }) => attachment),
  });
  const { container_name: ____, ...definition } = rest.definition;
  return JSON.stringify(definition);
}

function serviceOf({ project, service: name, members, isCompose }: Group, directory: Directory): Service {
  const [container] = members;
  if (!container) throw new Error('a group has at least one container');
  const { service, compose } = container;
  const network_mode = directory.networkMode(container, project);
  const hasOwnName = isCompose && members.length === 1 && container.name !== `${project}-${name}-1`;
  const { made_by, container_name, ...rest } = service;
  const named = compose && !isCompose ? withAlias(rest, compose.service) : rest;
  return withDefinition({
    ...(members.length > 1 ? withoutAddresses(named) : named),
    name,
    replicas: members.length,
    ports: mergePorts(members),
    depends_on: isCompose ? container.depends_on : new Map(),
    ...(isCompose ? {} : { made_by: made_by ?? 'docker run' }),
    ...(container_name && (hasOwnName || !isCompose) ? { container_name } : {}),
    ...(network_mode ? { network_mode } : {}),
    ...directory.links(container, project),
  });
}

/** A container that is shown by its own name still answers to its service's. */
function withAlias(service: Omit<Service, 'made_by' | 'container_name'>, alias: string): typeof service {
  return {
    ...service,
    networks: service.networks.map((attachment) => ({
      ...attachment,
      aliases: [...attachment.aliases, { value: alias, origin: attachment.origin }],
    })),
  };
}

function withoutAddresses(service: Omit<Service, 'made_by' | 'container_name'>): typeof service {
  return {
    ...service,
    networks: service.networks.map(({ ipv4_address: _, ipv6_address: __, ...attachment }) => attachment),
  };
}

/** Replicas are bound to ports of their own; all of them lead to the service. */
function mergePorts(members: readonly InspectedContainer[]): Service['ports'] {
  return members.flatMap(({ service }) => service.ports);
}
