/**
 * Old links: where members of the engine's own bridge may not talk to each other, a link opens to its service what the
 * linked container exposes (https://docs.docker.com/engine/network/links/). Everywhere else a link opens nothing.
 */

import type { Link } from '../../../../docker/service.ts';
import { pushTo } from '../../../../util/ordering.ts';
import { exposedPorts, portSpec, publishedPorts } from '../bindings.ts';
import { allows, type Cause } from '../cause.ts';
import { inHousehold, peers } from '../peers.ts';
import type { Household, Join } from '../place.ts';
import type { Places } from '../places.ts';

interface Linked {
  readonly link: Link;
  readonly from: Household;
  readonly to: Household;
}

export interface Links {
  readonly byTarget: ReadonlyMap<Household, readonly Linked[]>;
  readonly bySource: ReadonlyMap<Household, readonly Linked[]>;
}

/** Links between containers of the engine's own bridge. */
export function linksOf(households: readonly Household[], places: Places): Links {
  const byTarget = new Map<Household, Linked[]>();
  const bySource = new Map<Household, Linked[]>();
  const byRoot = new Map(households.filter(isOnBridge).map((household) => [household.space.root.id, household]));
  for (const from of byRoot.values()) {
    const { project, service } = from.places[0];
    for (const link of service.links) {
      const to = byRoot.get(places.of(project, link.service)?.id ?? '');
      if (!to) continue;
      pushTo(byTarget, to, { link, from, to });
      pushTo(bySource, from, { link, from, to });
    }
  }
  return { byTarget, bySource };
}

const OWN_BRIDGE = 'bridge';

function isOnBridge({ space }: Household): boolean {
  return space.kind === 'networks' && space.joins.some(({ network }) => network.name === OWN_BRIDGE);
}

export function linkedTo(household: Household, { network }: Join, { bySource }: Links): Cause[] {
  if (network.name !== OWN_BRIDGE || !network.iccOff) return [];
  return (bySource.get(household) ?? []).map((linked) => opened(linked, 'egress'));
}

export function linkedFrom(household: Household, { network }: Join, { byTarget }: Links): Cause[] {
  if (network.name !== OWN_BRIDGE || !network.iccOff) return [];
  return (byTarget.get(household) ?? []).map((linked) => opened(linked, 'ingress'));
}

function opened({ link, from, to }: Linked, direction: 'egress' | 'ingress'): Cause {
  const [target] = to.places;
  const [subject, other] = direction === 'egress' ? [from, to] : [to, from];
  const entry = {
    kind: 'links',
    name: from.places[0].id,
    origin: link.origin,
    text: `a link opens what ${target.id} exposes`,
  };
  const ports = [...exposedPorts(target.service), ...publishedPorts(target)];
  const scope = { subject: inHousehold(subject), direction, peers: peers(inHousehold(other)) };
  return allows(entry, ...ports.map((each) => ({ ...scope, ports: portSpec(each) })));
}
