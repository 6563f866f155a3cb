/**
 * Which names a container can resolve, and whom they mean (https://docs.docker.com/engine/network/#dns-services, moby's
 * `Sandbox.ResolveName` and `buildEndpointDNSNames`). The networks of the asker are asked in the order of its gateways
 * and the first that knows the name answers alone; link aliases come before all other names, as they are written, and
 * hide them where the linked container is not. `name.network` asks one network. The engine's own bridge knows no names
 * but what links write into `/etc/hosts`. Tested in `test/policy/dialects/docker-network/names.test.ts`.
 */

import type { Link } from '../../../docker/service.ts';
import { compareText, pushTo } from '../../../util/ordering.ts';
import type { Join, Member, NetworkSpace, Place } from './place.ts';
import type { Places } from './places.ts';
import { writtenNames } from './written-names.ts';

const OWN_BRIDGE = 'bridge';
/** RFC 1035 section 2.3.4, without the final dot. */
const LONGEST_NAME = 253;
/** Names that are compared for `contested`, beyond which it says no more. */
const COMPARED = 200_000;

interface Registered {
  readonly place: Place;
  readonly join: Join;
}

/** A name that several networks of a service know, each in its own way. */
export interface Contested {
  readonly place: Place;
  readonly name: string;
  /** The one that answers. */
  readonly network: Join;
  /** Another that does not. */
  readonly others: string;
}

export class DockerNames {
  readonly #places: Places;
  /** By the real name of a network and a name in lower case. */
  readonly #known = new Map<string, Map<string, Place[]>>();
  readonly #byId: ReadonlyMap<string, Place>;

  constructor(places: Places) {
    this.#places = places;
    this.#byId = new Map(places.all.map((place) => [place.id, place]));
    for (const place of places.all) {
      const { space } = place;
      if (space.kind !== 'networks' || space.root.id !== place.id) continue;
      for (const join of space.joins) if (join.network.name !== OWN_BRIDGE) this.#register({ place, join });
    }
  }

  #register({ place, join }: Registered): void {
    const { service } = place;
    const known = this.#known.get(join.network.name) ?? new Map<string, Place[]>();
    this.#known.set(join.network.name, known);
    const names = [service.container_name?.value, service.hostname?.value, ...join.aliases];
    if (join.hasServiceName) names.push(service.name);
    for (const name of new Set(names.map((each) => each?.toLowerCase()))) if (name) pushTo(known, name, place);
  }

  /** Every name that stands in the files, sorted. Compose's own names of containers resolve too, and are not listed. */
  get all(): readonly string[] {
    return writtenNames(this.#places.all);
  }

  /** The services whose containers a name means at a service, sorted; none where it does not resolve. */
  resolve(from: string, name: string): readonly string[] {
    const space = this.#byId.get(from)?.space;
    if (space?.kind !== 'networks') return [];
    const asked = name.endsWith('.') ? name.slice(0, -1) : name;
    if (asked.length > LONGEST_NAME) return [];
    const found = splits(asked)
      .map(([own, network]) => this.#ask(space, own, network))
      .find(({ length }) => length > 0);
    return (found ?? []).map(({ id }) => id).sort(compareText);
  }

  #ask(space: NetworkSpace, name: string, network: string | undefined): readonly Member[] {
    const joins = space.joins.filter((join) => network === undefined || join.network.name === network);
    const asked = joins.filter((join) => join.network.name !== OWN_BRIDGE);
    const written = asked.length < joins.length ? this.#inHostsFile(space.root, name) : [];
    if (written.length > 0) return written;
    const target = this.#linked(space.root, name);
    if (target === undefined) return first(asked.map((join) => this.#on(join, name)));
    return target && asked.some((join) => isOn(target, join)) ? [target] : [];
  }

  /** The container that an alias of a link stands for: that of the last link that has it; null where it is not shown. */
  #linked({ project, service }: Member, alias: string): Place | null | undefined {
    const links = [...service.links, ...service.external_links].filter((link) => link.alias === alias);
    const last = links.at(-1);
    if (!last) return undefined;
    return this.#target(project, last, service.external_links.includes(last)) ?? null;
  }

  #target(project: Member['project'], link: Link, isExternal: boolean): Place | undefined {
    if (!isExternal) return this.#places.of(project, link.service);
    return this.#byId.get(this.#places.containers.named(link.service)?.id ?? '');
  }

  #on({ network }: Join, name: string): readonly Place[] {
    const known = this.#known.get(network.name)?.get(name.toLowerCase());
    if (known) return known;
    const container = this.#byId.get(this.#places.containers.named(name)?.id ?? '');
    return container && isOn(container, { network }) ? [container] : [];
  }

  /** Names that mean different services on two networks of one service: the first of each set of networks. */
  contested(): Contested[] {
    const bySet = new Map<string, Place & { readonly space: NetworkSpace }>();
    for (const place of this.#places.all) {
      const { space } = place;
      if (space.kind !== 'networks' || space.joins.length < 2) continue;
      const key = JSON.stringify(space.joins.map(({ network }) => network.name));
      if (!bySet.has(key)) bySet.set(key, { ...place, space });
    }
    let left = COMPARED;
    return [...bySet.values()].flatMap((place) => {
      const names = place.space.joins.map(({ network }) => this.#known.get(network.name)?.size ?? 0);
      left -= names.reduce((sum, size) => sum + size, 0);
      return left < 0 ? [] : (this.#firstContested(place) ?? []);
    });
  }

  #firstContested(place: Place & { readonly space: NetworkSpace }): Contested | undefined {
    const seen = new Map<string, { readonly network: Join; readonly ids: string }>();
    for (const network of place.space.joins) {
      for (const [name, known] of this.#known.get(network.network.name) ?? []) {
        const ids = JSON.stringify(known.map(({ id }) => id));
        const earlier = seen.get(name);
        if (!earlier) seen.set(name, { network, ids });
        else if (earlier.ids !== ids) return { place, name, network: earlier.network, others: network.network.name };
      }
    }
    return undefined;
  }

  /** What links write there: the alias, the container's name and its hostname; the first line with a name counts. */
  #inHostsFile({ project, service }: Member, name: string): readonly Place[] {
    const asked = name.toLowerCase();
    for (const link of service.links) {
      const target = this.#places.of(project, link.service);
      if (!target || !isOn(target, { network: { name: OWN_BRIDGE } })) continue;
      const names = [link.alias, target.service.hostname?.value].map((each) => each?.toLowerCase());
      if (names.includes(asked) || this.#places.containers.named(name)?.id === target.id) return [target];
    }
    return [];
  }
}

/** A container is on the networks it joins itself; one that uses the network of another has no name there. */
function isOn(target: Place, { network }: { readonly network: { readonly name: string } }): boolean {
  if (target.space.kind !== 'networks' || target.space.root.id !== target.id) return false;
  return target.space.joins.some((join) => join.network.name === network.name);
}

function first<T>(lists: readonly (readonly T[])[]): readonly T[] {
  return lists.find(({ length }) => length > 0) ?? [];
}

/** The whole name on every network, then what stands before each dot on the network called like the rest. */
function splits(name: string): [name: string, network: string | undefined][] {
  const dots = [...name].flatMap((letter, at) => (letter === '.' ? [at] : []));
  const parts = dots.reverse().map((at): [string, string] => [name.slice(0, at), name.slice(at + 1)]);
  return [[name, undefined], ...parts];
}
