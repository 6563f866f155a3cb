/**
 * Random Docker projects: bridges of every kind, networks of the local network, several networks, the host's and
 * nobody's, shared namespaces, ports with addresses, aliases, names and links. Every one is a project the engine takes:
 * what it would refuse (ports of a container in another's namespace, one host port twice) is not made.
 */
import fc from 'fast-check';
import type {
  JoinPicture,
  LinkPicture,
  NetworkPicture,
  Picture,
  PortNumber,
  PortPicture,
  ServicePicture,
  WherePicture,
} from './picture.ts';

const KEYS = ['zeta', 'alpha', 'mid', 'Beta'] as const;
const SERVICES = ['web', 'api', 'db', 'cache', 'job'] as const;
const NAMES = ['shared', 'redis', 'DB', 'alpha'] as const;

/** What a network may be, with what the engine refuses left out: isolated only with internal. */
const network: fc.Arbitrary<Omit<NetworkPicture, 'key'>> = fc
  .record({
    driver: fc.constantFrom('bridge', 'bridge', 'bridge', 'bridge', 'macvlan', 'ipvlan'),
    internal: fc.constantFrom(false, false, true),
    icc: fc.constantFrom(true, true, true, false),
    mode: fc.constantFrom('nat', 'nat', 'nat', 'nat-unprotected', 'routed', 'isolated'),
    binding: fc.constantFrom(undefined, undefined, undefined, '127.0.0.1', '192.0.2.10', '192.0.2.11'),
    name: fc.constantFrom(undefined, undefined, undefined, 'aaa-own', 'zzz-own'),
    external: fc.constantFrom(false, false, false, true),
  })
  .map(({ driver, internal, icc, mode, binding, name, external }) => {
    // Nothing is known of an external network but that it is there, so it is taken for a plain bridge.
    const isPlain = external || driver !== 'bridge';
    const isRefused = mode === 'isolated' && !internal;
    return {
      driver: external ? 'bridge' : driver,
      internal: !external && internal,
      icc: isPlain || icc,
      mode: isPlain || isRefused ? 'nat' : mode,
      ...(external ? { external } : {}),
      ...(isPlain || binding === undefined ? {} : { hostBinding: binding }),
      ...(name === undefined ? {} : { name }),
    } as const;
  });

interface Sketch {
  readonly kind: 'networks' | 'none' | 'host' | 'bridge' | 'service' | 'container';
  readonly joins: readonly (Omit<JoinPicture, 'network'> & { readonly network: number })[];
  readonly other: number;
  readonly named: boolean;
  readonly hostname: string | undefined;
  readonly replicas: number;
  readonly ports: readonly (PortNumber & { readonly hostIp: string | undefined; readonly fixed: boolean })[];
  readonly expose: readonly PortNumber[];
  readonly links: readonly { readonly other: number; readonly alias: string | undefined }[];
}

const portNumber: fc.Arbitrary<PortNumber> = fc.record({
  port: fc.constantFrom(80, 443, 5432),
  protocol: fc.constantFrom('tcp', 'tcp', 'udp'),
});

const sketch: fc.Arbitrary<Sketch> = fc.record({
  kind: fc.constantFrom(
    ...(['networks', 'networks', 'networks', 'networks', 'networks', 'networks'] as const),
    ...(['none', 'host', 'bridge', 'service', 'container'] as const),
  ),
  joins: fc.uniqueArray(
    fc.record({
      network: fc.nat(3),
      aliases: fc.uniqueArray(fc.constantFrom(...NAMES), { maxLength: 2 }),
      priority: fc.constantFrom(0, 0, 0, 1, -1),
    }),
    { minLength: 1, maxLength: 3, selector: ({ network: index }) => index },
  ),
  other: fc.nat(4),
  named: fc.constantFrom(false, false, true),
  hostname: fc.constantFrom(undefined, undefined, undefined, ...NAMES),
  replicas: fc.constantFrom(1, 1, 1, 1, 2, 3),
  ports: fc.uniqueArray(
    fc.record({
      ...{ port: fc.constantFrom(80, 443, 5432), protocol: fc.constantFrom('tcp', 'tcp', 'udp') },
      hostIp: fc.constantFrom(undefined, undefined, '0.0.0.0', '127.0.0.1', '192.0.2.10', '192.0.2.11'),
      fixed: fc.constantFrom(true, true, true, false),
    }),
    { maxLength: 2, selector: ({ port, protocol }) => `${port}/${protocol}` },
  ),
  expose: fc.uniqueArray(portNumber, { maxLength: 1 }),
  links: fc.array(fc.record({ other: fc.nat(4), alias: fc.constantFrom(undefined, ...NAMES) }), { maxLength: 2 }),
}) as fc.Arbitrary<Sketch>;

export const randomPicture: fc.Arbitrary<Picture> = fc
  .record({
    networks: fc.array(network, { minLength: 1, maxLength: KEYS.length }),
    sketches: fc.array(sketch, { minLength: 1, maxLength: SERVICES.length }),
  })
  .map(({ networks, sketches }) => assemble(networks, sketches));

function assemble(kinds: readonly Omit<NetworkPicture, 'key'>[], sketches: readonly Sketch[]): Picture {
  const networks = tenable(kinds.map((kind, index) => ({ ...kind, key: KEYS[index] ?? 'zeta' })));
  const services = sketches.map((each, index) => makeService(each, { index, sketches, networks }));
  const used = new Set(
    services.flatMap(({ where }) => (where.kind === 'networks' ? where.joined.map((join) => join.network) : [])),
  );
  return { project: 'proj', networks: networks.filter(({ key }) => used.has(key)), services: withoutClashes(services) };
}

/** A name may be given twice only to external networks, and an interface of the host belongs to one network. */
function tenable(networks: readonly NetworkPicture[]): NetworkPicture[] {
  return networks.map((each, index) => {
    const earlier = networks.slice(0, index);
    const isTaken = earlier.some((other) => other.name === each.name && !(other.external && each.external));
    const isSecondLan = each.driver !== 'bridge' && earlier.some((other) => other.driver !== 'bridge');
    const { name, ...unnamed } = each;
    return {
      ...unnamed,
      ...(isSecondLan ? { driver: 'bridge' } : {}),
      ...(name === undefined || isTaken ? {} : { name }),
    };
  });
}

interface Around {
  readonly index: number;
  readonly sketches: readonly Sketch[];
  readonly networks: readonly NetworkPicture[];
}

function makeService(each: Sketch, around: Around): ServicePicture {
  const { index, sketches, networks } = around;
  const name = SERVICES[index] ?? 'web';
  const where = whereOf(each, around);
  const hasOwn = where.kind !== 'service' && where.kind !== 'container';
  // Only a network of its own lets a service have links, and a link is an order of starting: it leads to earlier ones.
  const links = where.kind === 'networks' || where.kind === 'bridge' ? linksOf(each, index, sketches) : [];
  const containerName = isNamed(each) ? `the-${name}` : undefined;
  return {
    name,
    ...(containerName === undefined ? {} : { containerName }),
    ...(hasOwn && where.kind !== 'host' && each.hostname !== undefined ? { hostname: each.hostname } : {}),
    replicas: isNamed(each) || sketches.some((sketch) => leadsTo(sketch, index)) ? 1 : each.replicas,
    where: where.kind === 'networks' && where.joined.length === 0 ? { kind: 'none' } : where,
    ports: hasOwn && networks.length > 0 ? portsOf(each, index) : [],
    expose: hasOwn ? each.expose : [],
    links,
  };
}

function isNamed({ named, kind }: Sketch): boolean {
  return named && kind !== 'service';
}

function leadsTo(each: Sketch, index: number): boolean {
  return (each.kind === 'service' || each.kind === 'container') && each.other === index;
}

/** A namespace is shared with an earlier service, so that there is no circle. */
function whereOf(each: Sketch, { index, sketches, networks }: Around): WherePicture {
  if (each.kind === 'service' || each.kind === 'container') {
    const other = sketches[each.other];
    if (!other || each.other >= index) {
      return { kind: 'none' };
    }
    const name = SERVICES[each.other] ?? 'web';
    if (each.kind === 'service') {
      return { kind: 'service', of: name };
    }
    return { kind: 'container', of: isNamed(other) ? `the-${name}` : `proj-${name}-1` };
  }
  if (each.kind !== 'networks') {
    return { kind: each.kind };
  }
  const joined = new Map<string, JoinPicture>();
  for (const { network: at, aliases, priority } of each.joins) {
    const network = networks[at];
    // One real network is joined once, by whichever key.
    if (network) {
      joined.set(network.name ?? network.key, { network: network.key, aliases, priority });
    }
  }
  return { kind: 'networks', joined: [...joined.values()] };
}

/** On the engine's own bridge a link needs a container that is on it too. */
function linksOf(each: Sketch, index: number, sketches: readonly Sketch[]): LinkPicture[] {
  return each.links.flatMap(({ other, alias }) => {
    const service = SERVICES[other];
    const isRefused = each.kind === 'bridge' && sketches[other]?.kind !== 'bridge';
    return other < index && service && !isRefused ? [{ service, alias: alias ?? service }] : [];
  });
}

function portsOf(each: Sketch, index: number): PortPicture[] {
  return each.ports.map(({ port, protocol, hostIp, fixed }, at) => ({
    port,
    protocol,
    ...(hostIp === undefined ? {} : { hostIp }),
    ...(fixed ? { hostPort: 8000 + 10 * index + at } : {}),
  }));
}

/** Several containers of one service cannot have one port of the host. */
function withoutClashes(services: readonly ServicePicture[]): ServicePicture[] {
  return services.map((service) =>
    service.replicas === 1 ? service : { ...service, ports: service.ports.map(({ hostPort: _, ...port }) => port) },
  );
}
