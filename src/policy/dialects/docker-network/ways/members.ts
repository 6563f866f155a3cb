/** Those who meet without going anywhere: in one network namespace, or on one network. */

import type { Direction } from '../../../rule.ts';
import { allows, type Cause } from '../cause.ts';
import { joined, said } from '../entries.ts';
import { inHousehold, inOneNamespace, membersOf, only, peers, perhaps } from '../peers.ts';
import { type Household, isApart, type Join } from '../place.ts';

/**
 * Whoever is in a namespace reaches all of it by its loopback address. Containers of one service are in namespaces of
 * their own; another service that uses that of one of them is with that one.
 */
export function sameNamespace(household: Household, direction: Direction): Cause[] {
  const [root, ...users] = household.places;
  if (household.space.kind === 'host') return [];
  const { origin } = (users[0] ?? root).service.network_mode ?? root.service;
  const text = users.length > 0 ? `they are in the network of ${root.id}` : `a container reaches itself`;
  const entry = { kind: users.length > 0 ? 'network_mode' : 'service', name: root.id, origin, text };
  const all = inHousehold(household);
  if (!isApart(root)) return [allows(entry, { subject: all, direction, peers: peers(all) })];
  if (users.length === 0) return [];
  const together = inOneNamespace(root.id);
  return [
    allows(
      entry,
      { subject: together, direction, peers: peers(all) },
      { subject: only(root.id), direction, peers: peers(together) },
    ),
  ];
}

/** Every port of every member is open to every other, declared or not. */
export function membersMeet(household: Household, join: Join, direction: Direction): Cause[] {
  const { name, kind, driver, driverOrigin, iccOff } = join.network;
  if (iccOff) return [];
  const scope = { subject: inHousehold(household), direction };
  const members = membersOf(name);
  if (kind !== 'other') {
    return [allows(joined(join, `both are on ${name}`), { ...scope, peers: peers(members) })];
  }
  const text = `what passes over ${name} is not modelled: its driver is ${driver}`;
  const entry = said(join, { kind: 'driver', at: driverOrigin, text });
  return [allows(entry, { ...scope, peers: perhaps(text, members) })];
}
