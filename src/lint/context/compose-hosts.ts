/** Whom the variables of a service name, and under which names the services of a project answer. */

import type { Project } from '../../docker/project.ts';
import type { Service } from '../../docker/service.ts';
import type { Origin } from '../../ingest/document.ts';
import { hostsOfVariable } from './host-names.ts';

export interface NamedHost {
  readonly variable: string;
  readonly origin: Origin;
  /** In lower case. */
  readonly host: string;
}

/** Hosts that the variables of a service name, without those it has an address for itself. */
export function namedHosts(service: Service): NamedHost[] {
  const own = new Set(service.extra_hosts.map(({ host }) => host.toLowerCase()));
  for (const { alias } of [...service.links, ...service.external_links]) own.add(alias.toLowerCase());
  return [...service.environment].flatMap(([variable, { value, origin }]) =>
    (value === null ? [] : hostsOfVariable(variable, value)).flatMap((host) =>
      own.has(host) ? [] : { variable, origin, host },
    ),
  );
}

/** The services that answer to each name, in lower case, somewhere. */
export function servicesByName(project: Project): ReadonlyMap<string, readonly Service[]> {
  const found = new Map<string, Set<Service>>();
  for (const service of project.services.values()) {
    const aliases = service.networks.flatMap((joined) => joined.aliases.map(({ value }) => value));
    const names = [service.made_by === undefined ? service.name : [], service.container_name?.value ?? [], aliases];
    for (const name of names.flat()) {
      const key = name.toLowerCase();
      found.set(key, (found.get(key) ?? new Set()).add(service));
    }
  }
  return new Map([...found].map(([name, services]) => [name, [...services]]));
}
