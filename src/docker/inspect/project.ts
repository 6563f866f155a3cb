/** The services and networks of one project, put together. */

import type { Origin } from '../../ingest/document.ts';
import { compareText } from '../../util/ordering.ts';
import type { Network } from '../network.ts';
import type { Project, Resource } from '../project.ts';
import type { Service } from '../service.ts';
import type { Shown } from './shown.ts';

/** Undefined where there is nothing but what every host has. */
export function projectOf(name: string, given: readonly Service[], shown: Shown): Project | undefined {
  const networks = new Map<string, Network>();
  const keys = new Map<string, string>();
  for (const network of shown.ofProject(name)) {
    networks.set(network.key, network);
    keys.set(network.name, network.key);
  }
  const services = distinct(given).map((service) => join(service, { networks, keys, shown }));
  const origin = services[0]?.origin ?? [...networks.values()].find((network) => network.name !== 'bridge')?.origin;
  if (!origin) return undefined;
  return {
    name,
    folder: '',
    origin,
    services: sorted(services.map((service) => [service.name, service])),
    networks: sorted([...networks]),
    volumes: sorted(services.flatMap(volumesOf)),
    configs: new Map(),
    secrets: new Map(),
  };
}

/** Services by names of their own: of two hosts in one bundle two may be called alike. */
function distinct(services: readonly Service[]): Service[] {
  const counts = new Map<string, number>();
  return services.map((service) => {
    const count = (counts.get(service.name) ?? 0) + 1;
    counts.set(service.name, count);
    return count === 1 ? service : { ...service, name: `${service.name}@${count}` };
  });
}

interface Joining {
  readonly networks: Map<string, Network>;
  /** The key of a network by its real name. */
  readonly keys: Map<string, string>;
  readonly shown: Shown;
}

/** The service with its networks by key; a network of another project, or one that is not shown, is external. */
function join(service: Service, joining: Joining): Service {
  const networks = service.networks.map((attachment) => {
    const { network: name, origin } = attachment;
    const key = joining.keys.get(name) ?? addExternal(name, origin, joining);
    return { ...attachment, network: key };
  });
  return { ...service, networks };
}

function addExternal(name: string, origin: Origin, { networks, keys, shown }: Joining): string {
  const key = networks.has(name) ? `${name}@external` : name;
  const known = shown.byName(name);
  const blank = { origin, driver_opts: new Map(), ipam: { options: new Map(), config: [] }, labels: new Map() };
  networks.set(key, { ...(known ?? blank), key, name, external: true });
  keys.set(name, key);
  if (!known && name !== 'bridge') {
    const message = `The network ${name} is not in these files: add docker network inspect ${name}. It is taken for a bridge.`;
    shown.scopeOf(origin.document)?.unknown('INS004', origin.pointer, message);
  }
  return key;
}

function sorted<T>(entries: readonly (readonly [string, T])[]): Map<string, T> {
  return new Map(entries.toSorted(([a], [b]) => compareText(a, b)));
}

function volumesOf({ volumes }: Service): [string, Resource][] {
  return volumes.flatMap(({ type, source, origin }): [string, Resource][] => {
    if (type !== 'volume' || source === undefined) return [];
    return [[source, { key: source, name: source, external: false, origin, definition: {} }]];
  });
}
