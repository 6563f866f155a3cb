/**
 * The way `egress`: from a container to what lies outside, other machines of the host's network and the internet. It
 * leads through the network that is its gateway; there is none where all its networks are internal
 * (https://docs.docker.com/reference/compose-file/networks/#internal). Tested in
 * `test/policy/dialects/docker-network/ways.test.ts`.
 */

import { allows, type Cause, type Judged, shut } from '../cause.ts';
import { joined, placed, said } from '../entries.ts';
import { INTERNET, inHousehold, LAN, only, peers, perhaps } from '../peers.ts';
import type { Household, NetworkSpace } from '../place.ts';

const OUTSIDE = only(INTERNET, LAN);

export function outsideEgress(household: Household): Judged {
  const { space } = household;
  const subject = inHousehold(household);
  const entry = placed(household);
  const scope = { subject, direction: 'egress' } as const;
  const judged = (opening: readonly Cause[]): Judged => ({
    allows: opening,
    denies: [],
    ends: [shut(entry, subject, 'egress')],
  });
  switch (space.kind) {
    case 'none':
      return judged([]);
    case 'host':
      return judged([allows(entry, { ...scope, peers: peers(OUTSIDE) })]);
    case 'unknown':
      return judged([allows(entry, { ...scope, peers: perhaps(space.why, OUTSIDE) })]);
    case 'networks':
      return space.gateway ? judged(outwards(household, space)) : closed(household, space);
  }
}

/** By the gateway, and straight to the LAN for those who are on it. */
function outwards(household: Household, { gateway, joins }: NetworkSpace): Cause[] {
  const scope = { subject: inHousehold(household), direction: 'egress' } as const;
  const onLan = joins.filter((join) => join !== gateway && join.network.kind === 'lan' && !join.network.internal);
  const straight = onLan.map((join) =>
    allows(joined(join, `members of ${join.network.name} are on the host's own network`), {
      ...scope,
      peers: peers(only(LAN)),
    }),
  );
  if (!gateway) return straight;
  const { name, kind, driver } = gateway.network;
  const isUnknown = kind === 'other';
  const text = isUnknown ? `where ${name} leads is not modelled: its driver is ${driver}` : `the way out is ${name}`;
  const out = allows(joined(gateway, text), { ...scope, peers: isUnknown ? perhaps(text, OUTSIDE) : peers(OUTSIDE) });
  return [out, ...straight];
}

function closed(household: Household, { joins }: NetworkSpace): Judged {
  const [first] = joins;
  const text = `${first.network.name} is internal, so there is no way out`;
  const entry = said(first, { kind: 'internal', at: first.network.internal, text });
  return { allows: [], denies: [], ends: [shut(entry, inHousehold(household), 'egress')] };
}
