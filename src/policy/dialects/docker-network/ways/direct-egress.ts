/**
 * The way `direct`, as the end that dials: who may be dialled at an address of their own. Members of a network meet
 * there, unless it forbids them to (https://docs.docker.com/engine/network/drivers/bridge/); beyond it, the destination
 * decides. Tested in `test/policy/dialects/docker-network/direct.test.ts`.
 */

import { allows, type Cause, denies, type Judged, shut } from '../cause.ts';
import { joined, placed, said } from '../entries.ts';
import { ENTERED_ONES, EVERYONE, HOSTS, inHousehold, membersOf, peers, perhaps } from '../peers.ts';
import { type Household, type Join, joinToHost, type NetworkSpace, routeOf } from '../place.ts';
import { type Links, linkedTo } from './links.ts';
import { membersMeet, sameNamespace } from './members.ts';

export function directEgress(household: Household, links: Links): Judged {
  const { space } = household;
  const own = sameNamespace(household, 'egress');
  const ends = [shut(placed(household), inHousehold(household), 'egress')];
  switch (space.kind) {
    case 'none':
      return { allows: own, denies: [], ends };
    case 'host':
      return { allows: [toEveryone(household, false)], denies: [], ends };
    case 'unknown':
      return { allows: [...own, toEveryone(household, true)], denies: [], ends };
    case 'networks': {
      const met = space.joins.flatMap((join) => [
        ...membersMeet(household, join, 'egress'),
        ...linkedTo(household, join, links),
      ]);
      const opening = [...own, ...met, ...beyond(household, space)];
      return { allows: opening, denies: space.joins.flatMap((join) => apart(household, join)), ends };
    }
  }
}

function toEveryone(household: Household, isUnknown: boolean): Cause {
  const entry = placed(household);
  const all = isUnknown ? perhaps(entry.text, EVERYONE) : peers(EVERYONE);
  return allows(entry, { subject: inHousehold(household), direction: 'egress', peers: all });
}

/** Into networks that let others in, and to services in the host's network. */
function beyond(household: Household, space: NetworkSpace): Cause[] {
  const { gateway } = space;
  const scope = { subject: inHousehold(household), direction: 'egress' } as const;
  const route = routeOf(space);
  const host = joinToHost(space);
  const causes: Cause[] = [];
  if (gateway && route === 'bridge') {
    const entry = joined(gateway, `the way out is ${gateway.network.name}`);
    causes.push(allows(entry, { ...scope, peers: peers(ENTERED_ONES) }));
  }
  if (gateway && route === 'unknown') {
    const entry = joined(gateway, `the way out is ${gateway.network.name}, whose driver is not modelled`);
    causes.push(
      allows(entry, { ...scope, peers: [...perhaps(entry.text, ENTERED_ONES), ...perhaps(entry.text, HOSTS)] }),
    );
  }
  if (host) {
    const entry = joined(host, `the host has an address on ${host.network.name}`);
    causes.push(allows(entry, { ...scope, peers: peers(HOSTS) }));
  }
  return causes;
}

function apart(household: Household, join: Join): Cause[] {
  const { name, iccOff } = join.network;
  if (!iccOff) return [];
  const entry = said(join, { kind: 'driver_opts', at: iccOff, text: `members of ${name} may not talk to each other` });
  return [denies(entry, { subject: inHousehold(household), direction: 'egress', peers: peers(membersOf(name)) })];
}
