/**
 * In which order a namespace's networks are asked: by `gw_priority`, then those that lead outside, then by address
 * families, then by real name (`Endpoint.Less` of moby's libnetwork). The first that leads outside is the way out
 * (https://docs.docker.com/engine/network/#connecting-to-multiple-networks). An overlay has no gateway: a container on
 * nothing else that leads outside is also put on the engine's `docker_gwbridge`.
 */

import { byKeys } from '../../../util/ordering.ts';
import type { Join, Member, NetworkSpace, Space } from './place.ts';
import type { RealNetwork } from './real-network.ts';

/** The space of a container with these memberships; several of one real network are one. */
export function networkSpace(root: Member, joins: readonly Join[]): Space {
  const [first, ...rest] = joinsOf(joins);
  if (!first) {
    const { origin } = root.service;
    return { kind: 'none', root, origin, why: `${root.id} is on no network` };
  }
  return { kind: 'networks', root, joins: [first, ...rest], gateway: gatewayOf([first, ...rest]) };
}

function joinsOf(given: readonly Join[]): Join[] {
  const byName = new Map<string, Join>();
  for (const join of given) {
    const known = byName.get(join.network.name);
    byName.set(join.network.name, known ? { ...known, aliases: [...known.aliases, ...join.aliases] } : join);
  }
  const joins = [...byName.values()];
  const overlay = joins.find(({ network }) => network.kind === 'overlay' && !network.internal);
  const all =
    overlay && !gatewayOf(joins.filter((join) => join.network.kind !== 'overlay')) ? [...joins, outOf(overlay)] : joins;
  return all.sort(
    byKeys(
      ({ priority }) => -priority,
      ({ network }) => (network.name === GATEWAY_BRIDGE ? 1 : 0),
      ({ network }) => (network.internal ? 1 : 0),
      ({ network }) => -familiesOf(network),
      ({ network }) => network.name,
    ),
  );
}

function gatewayOf(joins: readonly Join[]): NetworkSpace['gateway'] {
  return joins.find(({ network }) => !network.internal && network.kind !== 'overlay');
}

const GATEWAY_BRIDGE = 'docker_gwbridge';

/** The engine's own way out for containers of an overlay: its members cannot talk to each other over it. */
function outOf({ network, origin }: Join): Join {
  const bridge: RealNetwork = {
    name: GATEWAY_BRIDGE,
    origin,
    isAssumed: true,
    kind: 'bridge',
    driver: 'bridge',
    mode: 'nat',
    iccOff: network.driverOrigin ?? origin,
    hasIpv4: true,
    hasIpv6: false,
  };
  return { network: bridge, origin, aliases: [], priority: 0, hasServiceName: false };
}

/** As the engine weighs gateways: one of IPv6 counts more than one of IPv4, and an overlay has none. */
function familiesOf({ kind, hasIpv4, hasIpv6 }: RealNetwork): number {
  return kind === 'overlay' ? 0 : (hasIpv4 ? 1 : 0) + (hasIpv6 ? 2 : 0);
}
