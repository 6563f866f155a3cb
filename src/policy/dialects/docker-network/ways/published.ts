/**
 * The ways `published` and `loopback`: to a port of the host that leads to a container. Whoever can dial the host's
 * addresses reaches what is bound to them, members of the same network and the container itself too, through the
 * userland proxy (https://docs.docker.com/engine/network/port-publishing/, moby's
 * `TestAccessPublishedPortFromAnotherNetwork`); only the host itself dials its loopback address. Tested in
 * `test/policy/dialects/docker-network/ways.test.ts`.
 */

import { type Binding, bindingsOf, isLoopback, portSpec } from '../bindings.ts';
import { allows, type Cause, denies, type Entry, type Judged, shut } from '../cause.ts';
import { joined, placed, said } from '../entries.ts';
import { hostSide, isFor } from '../host-side.ts';
import { EVERYONE, HOSTS, inHousehold, LAN, only, peers, perhaps, ROUTED } from '../peers.ts';
import { type Household, type NetworkSpace, routeOf } from '../place.ts';

type PublishedVia = 'published' | 'loopback';

export function publishedIngress(household: Household, via: PublishedVia): Judged {
  const [root] = household.places;
  const subject = inHousehold(household);
  const bindings = bindingsOf(root);
  const none = { kind: 'service', name: root.id, origin: root.service.origin, text: `${root.id} publishes no port` };
  const other = { ...none, text: `no published port of ${root.id} opens that` };
  return {
    allows: bindings.flatMap((binding) => opened(binding, household, via)),
    denies: bindings.flatMap((binding) => closed(binding, household, via)),
    ends: [shut(bindings.length > 0 ? other : none, subject, 'ingress')],
  };
}

function opened(binding: Binding, household: Household, via: PublishedVia): Cause[] {
  const { state } = binding;
  if (state.kind === 'inactive' || !isFor(binding, via)) return [];
  const callers = via === 'loopback' ? [HOSTS] : [HOSTS, only(LAN), ROUTED];
  const from = state.kind === 'active' ? peers(...callers) : callers.flatMap((each) => perhaps(state.why, each));
  const scope = {
    subject: inHousehold(household),
    direction: 'ingress',
    peers: from,
    ports: portSpec(binding),
  } as const;
  return [allows(entryOf(binding, `published at ${hostSide(binding)}`), scope)];
}

function closed(binding: Binding, household: Household, via: PublishedVia): Cause[] {
  const { state } = binding;
  const scope = { subject: inHousehold(household), direction: 'ingress', peers: peers(EVERYONE) } as const;
  const ports = portSpec(binding);
  if (state.kind === 'inactive') return [denies(state.because, { ...scope, ports })];
  if (isFor(binding, via)) return [];
  const text = isLoopback(binding.address)
    ? `published at ${hostSide(binding)}, which only the host itself can dial`
    : `published at ${hostSide(binding)} and at no other address`;
  return [denies(entryOf(binding, text), { ...scope, ports })];
}

function entryOf({ service, origin }: Binding, text: string): Entry {
  return { kind: 'ports', name: service, origin, text };
}

export function publishedEgress(household: Household, via: PublishedVia): Judged {
  const { space } = household;
  const subject = inHousehold(household);
  const scope = { subject, direction: 'egress', peers: peers(EVERYONE) } as const;
  const shutAs = (entry: Entry): Judged => ({ allows: [], denies: [], ends: [shut(entry, subject, 'egress')] });
  const opened = (entry: Entry, isUnknown: boolean): Judged => ({
    ...shutAs(placed(household)),
    allows: [allows(entry, isUnknown ? { ...scope, peers: perhaps(entry.text, EVERYONE) } : scope)],
  });
  if (space.kind === 'host') return opened(placed(household), false);
  if (space.kind === 'unknown') return opened(placed(household), true);
  const [{ id }] = household.places;
  if (via === 'loopback')
    return shutAs({ ...placed(household), text: `the loopback address of ${id} is its own, not the host's` });
  if (space.kind === 'none') return shutAs(placed(household));
  const { gateway } = space;
  const route = routeOf(space);
  if (gateway && route === 'bridge') return opened(joined(gateway, `the way out is ${gateway.network.name}`), false);
  if (gateway && route === 'unknown') {
    return opened(joined(gateway, `the way out is ${gateway.network.name}, whose driver is not modelled`), true);
  }
  return shutAs(noRoute(space));
}

/** Why there is no route to the addresses of the host. */
function noRoute({ gateway, joins: [first] }: NetworkSpace): Entry {
  if (!gateway) {
    return said(first, {
      kind: 'internal',
      at: first.network.internal,
      text: `${first.network.name} is internal, so there is no way out`,
    });
  }
  const { name, driver, driverOrigin } = gateway.network;
  const text = `the way out is the ${driver} network ${name}, from which the host cannot be reached`;
  return said(gateway, { kind: 'driver', at: driverOrigin, text });
}
