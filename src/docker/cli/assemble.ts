/** The host that the commands left, as one project: its services by name, its networks and the volumes they use. */

import type { Document } from '../../ingest/document.ts';
import { compareText } from '../../util/ordering.ts';
import { withDefinition } from '../container/definition.ts';
import type { Network } from '../network.ts';
import type { Project, Resource } from '../project.ts';
import type { Service } from '../service.ts';
import type { Host, Made, MadeNetwork } from './host.ts';
import type { CommandScope } from './scope.ts';

/** The project; undefined where the commands leave nothing. */
export function assembleProject(host: Host, name: string): Project | undefined {
  const networks = new Map<string, Network>();
  for (const made of host.networks.values()) addNetwork(networks, made, host);
  checkMemberships(host);
  const services = distinct(host.made.filter(({ scope }) => !scope.refused)).map(({ made, key }) => {
    return withDefinition(finished(made, key, host));
  });
  const scopes = new Map(host.made.map(({ scope }) => [scope.document, scope]));
  for (const service of services) addExternal(networks, service, scopes);
  const origin = services[0]?.origin ?? [...networks.values()][0]?.origin;
  if (!origin) return undefined;
  return {
    name,
    folder: '',
    origin,
    services: sorted(services.map((service) => [service.name, service])),
    networks: sorted([...networks]),
    volumes: sorted(services.flatMap(namedVolumes)),
    configs: new Map(),
    secrets: new Map(),
  };
}

function sorted<T>(entries: readonly (readonly [string, T])[]): Map<string, T> {
  return new Map(entries.toSorted(([a], [b]) => compareText(a, b)));
}

/** A template is no network; one made from it has its settings. */
function addNetwork(networks: Map<string, Network>, made: MadeNetwork, host: Host): void {
  if (made.configOnly) return;
  const from = made.configFrom && host.networks.get(made.configFrom.value);
  if (made.configFrom && !from?.configOnly) {
    const message = `No command of these files makes the template ${made.configFrom.value.slice(0, 80)}.`;
    made.scope.unknown(made.configFrom.origin, message);
  }
  const { driver_opts, ipam, enable_ipv4, enable_ipv6, labels } = from?.network ?? made.network;
  networks.set(made.network.key, {
    ...made.network,
    driver_opts,
    ipam,
    labels,
    ...(enable_ipv4 ? { enable_ipv4 } : {}),
    ...(enable_ipv6 ? { enable_ipv6 } : {}),
  });
}

/** What the engine refuses because of the network that is joined. */
function checkMemberships(host: Host): void {
  for (const { scope, service } of host.made) {
    for (const { network, origin } of service.networks) {
      const made = host.networks.get(network);
      const driver = made?.network.driver?.value ?? 'bridge';
      if (!made) continue;
      if (made.configOnly) scope.refuse('CLI005', origin, `${network} is a template only, made with --config-only`);
      else if (service.made_by === 'docker service create' && driver !== 'overlay' && driver !== 'macvlan') {
        scope.refuse(
          'CLI005',
          origin,
          `a swarm service needs a network of the swarm; make ${network} with --driver overlay`,
        );
      } else if (service.made_by === 'docker run' && driver === 'overlay' && !made.network.attachable) {
        scope.refuse('CLI005', origin, `a container cannot join ${network}: make it with --attachable`);
      }
    }
  }
}

/** Keys for all: a given name first, so that what was only named here gives way. */
function distinct(made: readonly Made[]): { readonly made: Made; readonly key: string }[] {
  const keys = new Set(made.filter(({ named }) => named).map(({ service }) => service.name));
  const counts = new Map<string, number>();
  return made.map((each) => {
    const { name } = each.service;
    if (each.named) return { made: each, key: name };
    let count = counts.get(name) ?? 0;
    let key = name;
    do {
      count += 1;
      key = count === 1 ? name : `${name}-${count}`;
    } while (keys.has(key));
    counts.set(name, count);
    keys.add(key);
    return { made: each, key };
  });
}

function finished({ service, scope }: Made, name: string, host: Host): Service {
  const { network_mode, networks } = service;
  const isAlone = network_mode === undefined && networks.length === 0;
  const mode = network_mode?.value;
  if (mode?.kind === 'container' && !host.container(mode.container)) {
    scope.unknown(
      network_mode?.origin,
      `No command of these files makes the container ${mode.container.slice(0, 80)}.`,
    );
  }
  const known = service.links.filter((link) => host.container(link.service));
  return {
    ...service,
    name,
    links: known,
    external_links: service.links.filter((link) => !known.includes(link)),
    ...(isAlone ? { network_mode: { value: { kind: 'none' }, origin: service.origin } } : {}),
  };
}

/** Networks that are joined and not made here must exist before. */
function addExternal(
  networks: Map<string, Network>,
  service: Service,
  scopes: ReadonlyMap<Document, CommandScope>,
): void {
  for (const { network, origin } of service.networks) {
    if (networks.has(network)) continue;
    const blank = { external: true, driver_opts: new Map(), labels: new Map() };
    networks.set(network, { key: network, name: network, origin, ...blank, ipam: { options: new Map(), config: [] } });
    if (network === 'bridge') continue;
    const message = `No command of these files makes the network ${network.slice(0, 80)}; it is taken to exist, as a bridge.`;
    scopes.get(origin.document)?.note('CLI009', origin, message);
  }
}

function namedVolumes({ volumes }: Service): [string, Resource][] {
  return volumes.flatMap(({ type, source, origin }): [string, Resource][] => {
    if (type !== 'volume' || source === undefined) return [];
    return [[source, { key: source, name: source, external: false, origin, definition: {} }]];
  });
}
