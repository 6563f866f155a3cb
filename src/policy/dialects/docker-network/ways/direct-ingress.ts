/**
 * The way `direct`, as the end that is dialled: which of its ports are open to whom at an address of its own. Members
 * of its networks reach all of them; the host does on every bridge it has an address on; others only where the gateway
 * mode lets them in (https://docs.docker.com/engine/network/packet-filtering-firewalls/, moby's
 * `TestBridgeINCRouted` and `TestRoutedNonGateway`). Tested in `test/policy/dialects/docker-network/direct.test.ts`.
 */

import type { Peer } from '../../../rule.ts';
import { portSpec, publishedPorts } from '../bindings.ts';
import { allows, type Cause, denies, type Judged, shut } from '../cause.ts';
import type { EngineTraits } from '../engine.ts';
import { joined, placed, said } from '../entries.ts';
import {
  EVERYONE,
  HOST_SEERS,
  HOSTS,
  inHousehold,
  LAN,
  membersOf,
  only,
  peers,
  perhaps,
  routedBeyond,
} from '../peers.ts';
import { type Household, isHostOn, type Join, type NetworkSpace } from '../place.ts';
import { type Links, linkedFrom } from './links.ts';
import { membersMeet, sameNamespace } from './members.ts';

export interface Into {
  readonly household: Household;
  readonly traits: EngineTraits;
  readonly links: Links;
}

export function directIngress(into: Into): Judged {
  const { household } = into;
  const { space } = household;
  const subject = inHousehold(household);
  const own = sameNamespace(household, 'ingress');
  const ends = [shut(placed(household), subject, 'ingress')];
  switch (space.kind) {
    case 'none':
      return { allows: own, denies: [], ends };
    case 'host': {
      const callers = peers(HOSTS, HOST_SEERS, only(LAN));
      return {
        allows: [allows(placed(household), { subject, direction: 'ingress', peers: callers })],
        denies: [],
        ends,
      };
    }
    case 'unknown': {
      const unknown = { subject, direction: 'ingress', peers: perhaps(space.why, EVERYONE) } as const;
      return { allows: [...own, allows(placed(household), unknown)], denies: [], ends };
    }
    case 'networks': {
      const opening = space.joins.flatMap((join) => openings(into, space, join));
      return { allows: [...own, ...opening], denies: space.joins.flatMap((join) => closings(household, join)), ends };
    }
  }
}

function openings(into: Into, space: NetworkSpace, join: Join): Cause[] {
  const { household } = into;
  const met = membersMeet(household, join, 'ingress');
  switch (join.network.kind) {
    case 'overlay':
      return met;
    case 'lan':
      return join.network.internal ? met : [...met, fromLan(household, join)];
    case 'other':
      return [...met, fromAnywhere(household, join)];
    case 'bridge':
      return [
        ...met,
        ...fromHost(household, join),
        ...entered(into, space, join),
        ...linkedFrom(household, join, into.links),
      ];
  }
}

function fromLan(household: Household, join: Join): Cause {
  const { name, driver, driverOrigin } = join.network;
  const text = `${name} is a ${driver} network, so its members are on the host's own network`;
  const entry = said(join, { kind: 'driver', at: driverOrigin, text });
  return allows(entry, { subject: inHousehold(household), direction: 'ingress', peers: peers(only(LAN)) });
}

function fromAnywhere(household: Household, join: Join): Cause {
  const { name, driver, driverOrigin } = join.network;
  const text = `who else gets into ${name} is not modelled: its driver is ${driver}`;
  const entry = said(join, { kind: 'driver', at: driverOrigin, text });
  const whoever = [...perhaps(text, HOSTS), ...perhaps(text, only(LAN))];
  return allows(entry, { subject: inHousehold(household), direction: 'ingress', peers: whoever });
}

function fromHost(household: Household, join: Join): Cause[] {
  if (!isHostOn(join.network)) return [];
  const entry = joined(join, `the host has an address on ${join.network.name}`);
  return [allows(entry, { subject: inHousehold(household), direction: 'ingress', peers: peers(HOSTS) })];
}

/** From other networks and the LAN, by the gateway mode. */
function entered({ household, traits }: Into, space: NetworkSpace, join: Join): Cause[] {
  const { name, mode, modeOrigin, internal, trusted } = join.network;
  if (internal) return [];
  const scope = { subject: inHousehold(household), direction: 'ingress' } as const;
  const [root] = household.places;
  const published = (text: string, from: readonly Peer[]): Cause[] =>
    publishedPorts(root).map((ports) => {
      const entry = { kind: 'ports', name: root.id, origin: ports.origin, text };
      return allows(entry, { ...scope, peers: from, ports: portSpec(ports) });
    });
  if (mode === 'nat-unprotected') {
    const entry = said(join, { kind: 'driver_opts', at: modeOrigin, text: `${name} is not protected from outside` });
    const others = traits.bridgesMeet ? [routedBeyond(name)] : [];
    return [allows(entry, { ...scope, peers: peers(only(LAN), ...others) })];
  }
  if (mode === 'routed' && !(traits.routedNeedsGateway && space.gateway !== join)) {
    return published(`${name} is routed, which opens published ports`, peers(only(LAN), routedBeyond(name)));
  }
  if (traits.lanSeesPublished) {
    return published(
      'before Docker Engine 28 a published port is open at the address of the container',
      peers(only(LAN)),
    );
  }
  if (!trusted) return [];
  const text = `whether the LAN is behind one of the trusted_host_interfaces of ${name} is not known`;
  return published(text, perhaps(text, only(LAN)));
}

function closings(household: Household, join: Join): Cause[] {
  const { name, iccOff } = join.network;
  if (!iccOff) return [];
  const entry = said(join, { kind: 'driver_opts', at: iccOff, text: `members of ${name} may not talk to each other` });
  return [denies(entry, { subject: inHousehold(household), direction: 'ingress', peers: peers(membersOf(name)) })];
}
