/**
 * Where the containers of a service are in the end: in a network namespace, their own or that of another container
 * (https://docs.docker.com/engine/network/#container-networks), which is on networks, on none, or is the host's own.
 */

import type { Project } from '../../../docker/project.ts';
import type { Service } from '../../../docker/service.ts';
import type { Origin } from '../../../ingest/document.ts';
import { pushTo } from '../../../util/ordering.ts';
import type { RealNetwork } from './real-network.ts';

/** A service of a project under the name that answers use. */
export interface Member {
  /** The service's name; `project/service` where several projects are read together. */
  readonly id: string;
  readonly project: Project;
  readonly service: Service;
}

/** A namespace's membership of one network. */
export interface Join {
  readonly network: RealNetwork;
  /** The entry that joins it. */
  readonly origin: Origin;
  readonly aliases: readonly string[];
  /** `gw_priority`. */
  readonly priority: number;
  /** Compose's own names are registered there too: those that `network_mode` joins know container names only. */
  readonly hasServiceName: boolean;
}

export type Space =
  | { readonly kind: 'none'; readonly root: Member; readonly origin: Origin; readonly why: string }
  | { readonly kind: 'host'; readonly root: Member; readonly origin: Origin }
  | NetworkSpace
  | { readonly kind: 'unknown'; readonly root: Member; readonly origin: Origin; readonly why: string };

export interface NetworkSpace {
  readonly kind: 'networks';
  readonly root: Member;
  /** At least one; in the order in which names are asked for and the way out is chosen. */
  readonly joins: readonly [Join, ...Join[]];
  /** Its way out: the first that leads outside. */
  readonly gateway: Join | undefined;
}

export interface Place extends Member {
  readonly space: Space;
}

/** Whether a place has containers that do not share one namespace, so that one of them is another's peer. */
export function isApart({ id, service, space }: Place): boolean {
  return space.root.id === id && service.replicas > 1;
}

/** Whether its way out is a bridge, by which the host's addresses and other networks can be dialled. */
export function routeOf(space: Space): 'bridge' | 'lan' | 'unknown' | undefined {
  if (space.kind === 'unknown') return 'unknown';
  if (space.kind !== 'networks' || !space.gateway) return undefined;
  const { kind } = space.gateway.network;
  return kind === 'other' ? 'unknown' : kind === 'lan' ? 'lan' : 'bridge';
}

/** The membership by which it reaches processes of the host: its way out, or any bridge that has the host on it. */
export function joinToHost(space: Space): Join | undefined {
  if (space.kind !== 'networks') return undefined;
  if (routeOf(space) === 'bridge') return space.gateway;
  return space.joins.find(({ network }) => isHostOn(network));
}

/** Whether the host has an address on the network: on every bridge that is not isolated, an internal one too. */
export function isHostOn({ kind, mode }: RealNetwork): boolean {
  return kind === 'bridge' && mode !== 'isolated';
}

/** Whether containers of other networks, or of the LAN, can come in as far as the network is concerned. */
export function letsIn({ kind, mode, internal }: RealNetwork): boolean {
  return kind === 'bridge' && !internal && (mode === 'routed' || mode === 'nat-unprotected');
}

/** A namespace with everyone in it. */
export interface Household {
  readonly space: Space;
  /** The service it belongs to first; then those that use its network. */
  readonly places: readonly [Place, ...Place[]];
}

/** In order of the ids of the services that the namespaces belong to. */
export function householdsOf(places: readonly Place[]): Household[] {
  const byRoot = new Map<string, Place[]>();
  for (const place of places) pushTo(byRoot, place.space.root.id, place);
  return places.flatMap((place) => {
    const { space, id } = place;
    if (space.root.id !== id) return [];
    const others = (byRoot.get(id) ?? []).filter((each) => each !== place);
    return [{ space, places: [place, ...others] }];
  });
}

/** A membership of each network that is joined. */
export function joinsByNetwork(places: readonly Place[]): Join[] {
  const byName = new Map<string, Join>();
  for (const { space } of places) {
    if (space.kind !== 'networks') continue;
    for (const join of space.joins) if (!byName.has(join.network.name)) byName.set(join.network.name, join);
  }
  return [...byName.values()];
}
