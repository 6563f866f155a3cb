/**
 * What is open between pods that do not meet on a network: published ports of another network, dialled by way of the
 * host, and what gateway modes and old links let through; and with the policies `least`, what pods that do meet declare
 * to use. Flows are read from the reach of Docker, so that none of its rules is written down twice.
 */

import {
  ALL,
  type ConnectionSet,
  isEmpty,
  NONE,
  PROTOCOLS,
  portRange,
  subtract,
  union,
  unionAll,
} from '../../algebra/connection-set.ts';
import type { Service } from '../../docker/service.ts';
import { exposedPorts, LAN } from '../../policy/dialects/docker-network/index.ts';
import type { Plan } from '../plan.ts';
import type { Unit } from '../pods/unit.ts';
import { OTHER } from '../proof/docker-side.ts';
import { type MemberNetwork, meet } from './membership.ts';

export interface Flow {
  readonly from: Unit;
  readonly to: Unit;
  readonly ports: ConnectionSet;
}

/** What a unit opens to everyone. That the LAN reaches a member of its own network cannot be had by a policy. */
export function openToAll({ docker }: Plan, { root, space }: Unit): ConnectionSet {
  if (space.kind !== 'networks') return NONE;
  const isOnLan = space.joins.some(
    ({ network: { kind, internal } }) => kind === 'other' || (kind === 'lan' && !internal),
  );
  if (!isOnLan) return docker.between(LAN, root.name).allow;
  return union(docker.published(root.name).allow, docker.between(OTHER, root.name).allow);
}

/** Ordered by source, then destination. */
export function flowsOf(plan: Plan, networks: readonly MemberNetwork[]): Flow[] {
  const units = plan.units.filter(({ space }) => space.kind === 'networks');
  const isLeast = plan.options.policies === 'least';
  return units.flatMap((from) =>
    units.flatMap((to): Flow[] => {
      const doMeet = meet(networks, from, to);
      if (doMeet && !isLeast) return [];
      const open = plan.docker.between(from.root.name, to.root.name).allow;
      const ports = doMeet ? usedOf(from, to) : open;
      return isEmpty(ports) ? [] : [{ from, to, ports }];
    }),
  );
}

/** What a unit declares to use of another it meets: the declared ports of whom it depends on or links to. */
export function usedOf(from: Unit, to: Unit): ConnectionSet {
  const named = from.services.flatMap((service) =>
    to.services.filter(
      ({ name }) => service.depends_on.has(name) || service.links.some((link) => link.service === name),
    ),
  );
  return unionAll(named.map(declaredPorts));
}

/** `ports` and `expose`; a service that declares none may be used at any. */
function declaredPorts(service: Service): ConnectionSet {
  const published = service.ports.flatMap(({ target, protocol }) => {
    const known = PROTOCOLS.find((each) => each === protocol.toUpperCase());
    return known ? [portRange(known, target, target)] : [];
  });
  const exposed = exposedPorts(service).map(({ protocol, target }) => portRange(protocol, target.first, target.last));
  const ports = unionAll([...published, ...exposed]);
  return isEmpty(ports) ? ALL : ports;
}

/** What of a flow the destination does not open to everyone anyway. */
export function beyondAll(plan: Plan, { to, ports }: Flow): ConnectionSet {
  return subtract(ports, openToAll(plan, to));
}
