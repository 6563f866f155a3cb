/**
 * The way `host-process`: from a container to what listens on all addresses of the host. What comes in to the host is
 * never filtered by the engine, so that members of an internal network reach it too, at the host's address on that
 * network (moby's `TestInternalNwConnectivity`), unless the host has none there. Tested in
 * `test/policy/dialects/docker-network/ways.test.ts`.
 */

import { allows, type Entry, type Judged, shut } from '../cause.ts';
import { joined, placed, said } from '../entries.ts';
import { HOST, inHousehold, only, peers, perhaps } from '../peers.ts';
import { type Household, joinToHost, type NetworkSpace, routeOf } from '../place.ts';

export function hostProcessEgress(household: Household): Judged {
  const { space } = household;
  const scope = { subject: inHousehold(household), direction: 'egress' } as const;
  const end = (entry: Entry) => [shut(entry, scope.subject, 'egress')];
  if (space.kind === 'none') return { allows: [], denies: [], ends: end(placed(household)) };
  if (space.kind === 'host') {
    const open = allows(placed(household), { ...scope, peers: peers(only(HOST)) });
    return { allows: [open], denies: [], ends: end(placed(household)) };
  }
  if (space.kind === 'networks') {
    const join = joinToHost(space);
    if (join) {
      const entry = joined(join, `the host has an address on ${join.network.name}`);
      return {
        allows: [allows(entry, { ...scope, peers: peers(only(HOST)) })],
        denies: [],
        ends: end(placed(household)),
      };
    }
    if (routeOf(space) !== 'unknown') return { allows: [], denies: [], ends: end(noHost(space)) };
  }
  const entry = placed(household);
  const reason = space.kind === 'unknown' ? space.why : 'where its way out leads is not modelled';
  return { allows: [allows(entry, { ...scope, peers: perhaps(reason, only(HOST)) })], denies: [], ends: end(entry) };
}

/** Why the host cannot be reached: it has no address on a network, or the driver keeps it apart. */
function noHost({ joins }: NetworkSpace): Entry {
  const [first] = joins;
  const isolated = joins.find(({ network }) => network.mode === 'isolated');
  if (isolated) {
    const text = `${isolated.network.name} is isolated: the host has no address on it`;
    return said(isolated, { kind: 'driver_opts', at: isolated.network.modeOrigin, text });
  }
  const { name, driver, driverOrigin } = first.network;
  return said(first, {
    kind: 'driver',
    at: driverOrigin,
    text: `from the ${driver} network ${name} the host cannot be reached`,
  });
}
