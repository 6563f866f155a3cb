/** Every question worth asking about a picture: all pairs, all ways, at declared ports and at one that nobody declares. */
import type { Picture, PortNumber, Probe } from './picture.ts';
import { containerNames, rootOf, serviceNamed } from './places.ts';

/** Declared by nobody. */
const OTHER: PortNumber = { port: 7777, protocol: 'tcp' };

export function probesOf(picture: Picture): Probe[] {
  const names = picture.services.filter(({ replicas }) => replicas > 0).map(({ name }) => name);
  return [...names, '@host', '@lan'].flatMap((from) => [
    ...names.filter((to) => to !== from).flatMap((to) => directProbes(picture, from, to)),
    ...hostProbes(picture, from),
    ...(from.startsWith('@') ? [] : outwardProbes(from)),
  ]);
}

function directProbes(picture: Picture, from: string, to: string): Probe[] {
  const root = rootOf(picture, serviceNamed(picture, to));
  const inside = picture.services.filter((service) => rootOf(picture, service) === root);
  const declared = inside.flatMap(({ ports, expose }) => [...ports, ...expose]);
  return distinct([...declared, OTHER]).map((port) => ({ from, to, via: 'direct', ...port }));
}

/** At every port that somebody publishes, at the address of the local network and at the loopback address. */
function hostProbes(picture: Picture, from: string): Probe[] {
  const ports = picture.services.flatMap((service) =>
    service.ports.flatMap(({ hostPort, protocol }) => (hostPort === undefined ? [] : [{ port: hostPort, protocol }])),
  );
  const isHost =
    from === '@host' || (from !== '@lan' && rootOf(picture, serviceNamed(picture, from)).where.kind === 'host');
  return distinct(ports).flatMap((port) => [
    { from, to: '@host', via: 'published', ...port },
    ...(isHost ? [{ from, to: '@host', via: 'loopback', ...port } as const] : []),
  ]);
}

function outwardProbes(from: string): Probe[] {
  return [
    { from, to: '@host', via: 'host-process', port: 9999, protocol: 'tcp' },
    { from, to: '@internet', via: 'egress', port: 443, protocol: 'tcp' },
  ];
}

function distinct(ports: readonly PortNumber[]): PortNumber[] {
  const byText = new Map(ports.map(({ port, protocol }) => [`${port}/${protocol}`, { port, protocol }]));
  return [...byText.values()];
}

/** Every name that stands anywhere in the picture. */
export function namesOf(picture: Picture): string[] {
  const names = picture.services.flatMap((service) => {
    const aliases = service.where.kind === 'networks' ? service.where.joined.flatMap((join) => join.aliases) : [];
    const links = service.links.map(({ alias }) => alias);
    const given = service.containerName === undefined ? [] : containerNames(picture, service);
    return [service.name, ...given, ...(service.hostname ? [service.hostname] : []), ...aliases, ...links];
  });
  return [...new Set(names)].sort();
}

export function describeProbe({ from, to, via, port, protocol }: Probe): string {
  return `${from} -> ${to} ${via} ${port}/${protocol}`;
}
