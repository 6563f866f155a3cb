/**
 * Which names a container can resolve, and to whom (https://docs.docker.com/engine/network/#dns-services): link aliases
 * first, then the networks of the asker in their order, of which the first that knows the name answers alone.
 */
import type { Engine, Picture, ServicePicture } from './picture.ts';
import { containerNames, type Endpoint, endpointsOf, inOrder, rootOf, serviceNamed } from './places.ts';

/** The services behind a name, sorted; none where it does not resolve. */
export function naiveNames(
  question: { readonly picture: Picture; readonly engine: Engine },
  from: string,
  name: string,
) {
  const { picture, engine } = question;
  const asker = rootOf(picture, serviceNamed(picture, from));
  if (asker.where.kind === 'bridge') {
    return onDocker0(picture, asker, name);
  }
  const networks = inOrder(endpointsOf(picture, asker, engine));
  return linked(picture, asker, { networks, name, engine }) ?? answered(picture, { networks, name, engine });
}

interface Asked {
  readonly networks: readonly Endpoint[];
  readonly name: string;
  readonly engine: Engine;
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** The engine's own bridge knows no names but those that links write into the hosts file. */
function onDocker0(picture: Picture, asker: ServicePicture, name: string): string[] {
  const linkedHere = asker.links.filter(({ service, alias }) => {
    const target = serviceNamed(picture, service);
    const names = [alias, ...containerNames(picture, target), ...(target.hostname ? [target.hostname] : [])];
    return target.where.kind === 'bridge' && names.some((each) => same(each, name));
  });
  return linkedHere.slice(0, 1).map(({ service }) => service);
}

/** What the asker's links say of a name: the first network on which a linked container is decides. */
function linked(picture: Picture, asker: ServicePicture, { networks, name, engine }: Asked): string[] | undefined {
  const links = asker.links.filter(({ alias }) => same(alias, name));
  for (const { network } of networks) {
    for (const { service } of links) {
      const target = serviceNamed(picture, service);
      const theirs = target.where.kind === 'networks' ? endpointsOf(picture, target, engine) : [];
      if (theirs.some((endpoint) => endpoint.network.realName === network.realName)) {
        return [service];
      }
    }
  }
  return undefined;
}

/** The first network that knows the name; `name.network` asks that network alone. */
function answered(picture: Picture, { networks, name, engine }: Asked): string[] {
  for (const { network } of networks) {
    const services = knownOn(picture, network.realName, { name, engine });
    if (services.length > 0) {
      return services;
    }
  }
  for (const { network } of networks) {
    const suffix = `.${network.realName}`;
    if (name.toLowerCase().endsWith(suffix.toLowerCase())) {
      return knownOn(picture, network.realName, { name: name.slice(0, -suffix.length), engine });
    }
  }
  return [];
}

function knownOn(picture: Picture, realName: string, { name, engine }: Omit<Asked, 'networks'>): string[] {
  return picture.services
    .filter((service) => {
      const endpoints = service.where.kind === 'networks' ? endpointsOf(picture, service, engine) : [];
      const own = endpoints.filter(({ network }) => network.realName === realName);
      return (
        service.replicas > 0 && own.some(({ aliases }) => namesOf(picture, service, aliases).some((n) => same(n, name)))
      );
    })
    .map((service) => service.name)
    .sort();
}

function namesOf(picture: Picture, service: ServicePicture, aliases: readonly string[]): string[] {
  const { name, hostname } = service;
  return [name, ...containerNames(picture, service), ...aliases, ...(hostname ? [hostname] : [])];
}
