/** The names that stand in the files: of services and containers, hostnames, aliases, and aliases of links. */

import { compareText } from '../../../util/ordering.ts';
import type { Place } from './place.ts';

/** Sorted, each once as it is written. */
export function writtenNames(places: readonly Place[]): readonly string[] {
  const names = places.flatMap(({ service }) => [
    service.name,
    ...[service.container_name, service.hostname].flatMap((given) => (given ? [given.value] : [])),
    ...service.networks.flatMap(({ aliases }) => aliases.map(({ value }) => value)),
    ...[...service.links, ...service.external_links].map(({ alias }) => alias),
  ]);
  return [...new Set(names)].sort(compareText);
}
