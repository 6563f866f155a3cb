/** References between inspected containers: a shared network namespace and links, which name containers by id or name. */

import { parseLink } from '../cli/values/addresses.ts';
import type { NetworkMode } from '../network-mode.ts';
import type { Link, Service } from '../service.ts';
import type { InspectedContainer } from './container.ts';

/** Where a container has ended up: the service it is, or is one of, and the project of that. */
export interface Placement {
  readonly project: string;
  readonly service: string;
}

export class Directory {
  readonly #byRef = new Map<string, InspectedContainer>();
  readonly #placements = new Map<InspectedContainer, Placement>();

  constructor(containers: readonly InspectedContainer[]) {
    for (const container of containers) {
      this.#byRef.set(container.name, container);
      this.#byRef.set(container.id, container);
    }
  }

  place(container: InspectedContainer, placement: Placement): void {
    this.#placements.set(container, placement);
  }

  find(ref: string): InspectedContainer | undefined {
    return this.#byRef.get(ref);
  }

  placementOf(ref: string): Placement | undefined {
    const container = this.find(ref);
    return container && this.#placements.get(container);
  }

  /** The container's mode with names in place of ids; a service of its own project is named as Compose does. */
  networkMode(container: InspectedContainer, project: string): Service['network_mode'] {
    const mode = container.service.network_mode;
    if (mode?.value.kind !== 'container') return mode;
    const target = this.find(mode.value.container);
    if (!target) {
      const message = `The container ${mode.value.container.slice(0, 12)}, whose network it shares, is not in these files.`;
      container.scope.unknown('INS004', '/HostConfig/NetworkMode', message);
      return mode;
    }
    const place = this.#placements.get(target);
    const value: NetworkMode =
      place?.project === project && target.compose
        ? { kind: 'service', service: place.service }
        : { kind: 'container', container: target.name };
    return { value, origin: mode.origin };
  }

  /** Links to services of the same project, and those to other containers. */
  links(container: InspectedContainer, project: string): Pick<Service, 'links' | 'external_links'> {
    const links: Link[] = [];
    const external_links: Link[] = [];
    for (const { value, origin } of container.links) {
      const link = parseLink(value);
      const target = link && this.find(link.service);
      const place = target && this.#placements.get(target);
      if (!link) continue;
      if (place?.project !== project) external_links.push({ ...link, origin });
      else if (!isImplied(link.alias, target)) links.push({ service: place.service, alias: link.alias, origin });
    }
    return { links: distinct(links), external_links: distinct(external_links) };
  }
}

/** Compose writes each link three times: with the alias, and with the two names of the container. */
function isImplied(alias: string, target: InspectedContainer | undefined): boolean {
  const compose = target?.compose;
  return compose !== undefined && (alias === target?.name || alias === `${compose.service}-${compose.number}`);
}

function distinct(links: readonly Link[]): Link[] {
  return [...new Map(links.map((link) => [`${link.service}\n${link.alias}`, link])).values()];
}
