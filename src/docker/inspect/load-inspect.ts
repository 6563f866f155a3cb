/**
 * What `docker inspect` and `docker network inspect` printed to projects: the state of a host as it is. Running
 * containers are services; containers and networks that Compose labelled make up its projects again, all others one
 * project of their own.
 */

import type { Document } from '../../ingest/document.ts';
import type { Finding } from '../../ingest/finding.ts';
import { inspectKind } from '../../ingest/inspect-kind.ts';
import { byKeys, compareText } from '../../util/ordering.ts';
import type { Project } from '../project.ts';
import { type InspectedContainer, inspectContainer } from './container.ts';
import { membersOf } from './members.ts';
import { type InspectedNetwork, inspectNetwork } from './network.ts';
import { projectOf } from './project.ts';
import { servicesOf } from './services.ts';
import { Shown } from './shown.ts';

export interface InspectedHost {
  /** In order of names. */
  readonly projects: readonly Project[];
  readonly findings: readonly Finding[];
  /** How many containers were shown that do not run. */
  readonly stopped: number;
}

/** `name`: of the project of what belongs to none. */
export function loadInspect(documents: readonly Document[], name = 'docker'): InspectedHost {
  const kinds = Map.groupBy(documents, ({ value }) => inspectKind(value));
  const containers = once((kinds.get('container') ?? []).map(inspectContainer));
  const networks = once((kinds.get('network') ?? []).map(inspectNetwork));
  const stopped = containers.filter(({ running }) => !running);
  for (const container of stopped) {
    container.scope.note('INS003', '/State', `${container.name} does not run; it is no endpoint.`);
  }
  const known = new Set(containers.map(({ id }) => id));
  const running = [...containers.filter((each) => each.running && each.name !== ''), ...membersOf(networks, known)];
  checkNames(running);
  const services = servicesOf(
    running.sort(
      byKeys(
        (c) => c.name,
        (c) => c.id,
      ),
    ),
    name,
  );
  const shown = new Shown(running, networks, name);
  const names = [...new Set([...services.keys(), ...shown.projects])].sort(compareText);
  return {
    projects: names.flatMap((each) => projectOf(each, services.get(each) ?? [], shown) ?? []),
    findings: [...containers, ...networks].flatMap(({ scope }) => scope.findings),
    stopped: stopped.length,
  };
}

/** Each container and network once, by its id: the first one in order of files. */
function once<T extends InspectedContainer | InspectedNetwork>(inspected: readonly T[]): T[] {
  const seen = new Map<string, T>();
  return inspected.filter((each) => {
    const earlier = each.id === '' ? undefined : seen.get(each.id);
    if (!earlier) seen.set(each.id, each);
    else earlier.scope.note('INS005', '', 'It stands in these files twice; the first one counts.');
    return !earlier;
  });
}

/** On one host a name stands for one container. */
function checkNames(containers: readonly InspectedContainer[]): void {
  const names = new Set<string>();
  for (const { name, scope } of containers) {
    const message = `Another container is called ${name}, so these files show more than one host; send each by itself.`;
    if (names.has(name)) scope.unknown('INS005', '/Name', message);
    names.add(name);
  }
}
