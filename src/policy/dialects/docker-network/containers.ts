/**
 * Names of containers: those that are given, and those that Compose makes, `<project>-<service>-<n>`
 * (https://docs.docker.com/reference/compose-file/services/#container_name). A service may have any number of
 * containers, so that made names are read, never listed.
 */

import type { Member } from './place.ts';

export class Containers {
  readonly #given = new Map<string, Member>();
  readonly #made = new Map<string, Member>();

  constructor(members: readonly Member[]) {
    for (const member of members) {
      const { service } = member;
      const name = service.container_name?.value;
      if (service.replicas === 0) continue;
      if (name !== undefined) this.#given.set(name.toLowerCase(), member);
      else if (service.made_by === undefined) this.#made.set(prefixOf(member).toLowerCase(), member);
    }
  }

  /** Whose container is called so, without regard to case. */
  named(name: string): Member | undefined {
    const lower = name.toLowerCase();
    const given = this.#given.get(lower);
    if (given) return given;
    const [, prefix = '', number = ''] = /^(.*-)([1-9]\d{0,8})$/s.exec(lower) ?? [];
    const made = this.#made.get(prefix);
    return made && Number(number) <= made.service.replicas ? made : undefined;
  }
}

function prefixOf({ project, service }: Member): string {
  return `${project.name}-${service.name}-`;
}
