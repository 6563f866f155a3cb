/**
 * Who is meant: the labels of our own that say where an endpoint is, and the selectors over them. Their keys begin with
 * `@`, which no label of a user's does.
 */

import { type Labels, OpenLabels } from '../../labels.ts';
import type { Peer } from '../../rule.ts';
import { ANYTHING, allOf, isIn, not, type Predicate, type Selector, selector } from '../../selector.ts';
import { type Household, isApart, joinToHost, letsIn, type Place, routeOf } from './place.ts';
import type { RealNetwork } from './real-network.ts';

/** Peers that no file declares: the Docker host, another machine on its network, and everything beyond. */
export const HOST = '@host';
export const LAN = '@lan';
export const INTERNET = '@internet';

const ID = '@id';
/** Whose network namespace an endpoint is in. */
const NAMESPACE = '@namespace';
/** Several containers, each in a namespace of its own. */
const APART = '@apart';
/** In the host's namespace: the host itself, and services of `network_mode: host`. */
const IN_HOST = '@in-host';
/** The way out: `bridge` or `lan`. */
const ROUTE = '@route';
/** It can reach processes of the host. */
const SEES_HOST = '@sees-host';
/** One of its networks lets others in. */
const ENTERED = '@entered';

const YES = 'yes';
const NO = 'no';
/** The value of a label that is there perhaps. */
const PERHAPS = null;

function networkKey(name: string): string {
  return `@network/${name}`;
}

export function labelsOf(place: Place): Labels {
  const { id, space } = place;
  const apart = isApart(place) ? YES : NO;
  const known: [string, string][] = [
    [ID, id],
    [APART, apart],
  ];
  if (space.kind === 'host') return new Map([...known, [IN_HOST, YES]]);
  known.push([NAMESPACE, space.root.id]);
  if (space.kind === 'unknown') return new OpenLabels(known);
  const labels = new Map<string, string | null>(known);
  if (space.kind === 'none') return labels;
  const route = routeOf(space);
  if (route) labels.set(ROUTE, route === 'unknown' ? PERHAPS : route);
  if (joinToHost(space)) labels.set(SEES_HOST, YES);
  else if (route === 'unknown') labels.set(SEES_HOST, PERHAPS);
  for (const { network } of space.joins) labels.set(networkKey(network.name), YES);
  if (space.joins.some(({ network }) => letsIn(network))) labels.set(ENTERED, YES);
  return labels;
}

/** Of a peer that no file declares. */
export function ownLabels(id: string): Labels {
  return new Map([[ID, id], ...(id === HOST ? ([[IN_HOST, YES]] as const) : [])]);
}

export function those(...predicates: readonly Predicate[]): Selector {
  return selector(ANYTHING, predicates.length === 0 ? ANYTHING : allOf(predicates));
}

export const EVERYONE: Selector = those();

export function only(...ids: readonly string[]): Selector {
  return those(isIn(ID, ids));
}

/** Everyone in a namespace; in the host's, those who came there by the same service. */
export function inHousehold({ space, places }: Household): Selector {
  return space.kind === 'host' ? only(...places.map(({ id }) => id)) : those(isIn(NAMESPACE, [space.root.id]));
}

/** Those of them that are in one namespace with each other, and not in one of several. */
export function inOneNamespace(root: string): Selector {
  return those(isIn(NAMESPACE, [root]), not(isIn(APART, [YES])));
}

export function membersOf(network: string): Selector {
  return those(isIn(networkKey(network), [YES]));
}

/** A member of a network of which nothing else is known: a bridge is its way out, and shows it the host. */
export function anyMemberOf({ name, kind, internal }: RealNetwork): Selector {
  const leadsOut = kind === 'bridge' && internal === undefined;
  const known = leadsOut ? [isIn(ROUTE, ['bridge']), isIn(SEES_HOST, [YES])] : [];
  return those(isIn(networkKey(name), [YES]), ...known);
}

/** Those whose way out is a bridge, on this network or not. */
export const ROUTED: Selector = those(isIn(ROUTE, ['bridge']));

/** The same without the members of a network. */
export function routedBeyond(network: string): Selector {
  return those(isIn(ROUTE, ['bridge']), not(isIn(networkKey(network), [YES])));
}

export const HOSTS: Selector = those(isIn(IN_HOST, [YES]));
export const HOST_SEERS: Selector = those(isIn(SEES_HOST, [YES]));
export const ENTERED_ONES: Selector = those(isIn(ENTERED, [YES]));

export function peers(...selectors: readonly Selector[]): Peer[] {
  return selectors.map((each) => ({ kind: 'endpoints', selector: each }));
}

export function perhaps(reason: string, within: Selector): Peer[] {
  return [{ kind: 'unknown', reason, within }];
}
