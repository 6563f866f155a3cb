/** What an answer about Docker takes for granted, as sentences: no file says it, and another host may differ. */

import type { Binding } from './bindings.ts';
import type { EngineTraits } from './engine.ts';
import { joinsByNetwork } from './place.ts';
import type { Places } from './places.ts';

export interface Assumed {
  readonly traits: EngineTraits;
  readonly hostAddress: string | undefined;
  /** Whether the address was given, not guessed. */
  readonly isHostAddressGiven: boolean;
  readonly places: Places;
  readonly bindings: readonly Binding[];
}

const ENGINES: Readonly<Record<EngineTraits['version'], string>> = {
  '29': 'Docker Engine 29',
  '28': 'Docker Engine 28 (28.2 or later)',
  'before-28': 'a Docker Engine before 28, whose FORWARD policy is DROP',
};

/** Networks of the engine's own, which are as it makes them. */
const OWN: readonly string[] = ['bridge', 'docker_gwbridge'];

export function assumptionsOf({ traits, hostAddress, isHostAddressGiven, places, bindings }: Assumed): string[] {
  const networks = joinsByNetwork(places.all).map(({ network }) => network);
  const assumed = networks
    .filter(({ isAssumed, name }) => isAssumed && !OWN.includes(name))
    .map(({ name }) => name.slice(0, 80));
  return [
    `The host runs Linux and ${ENGINES[traits.version]}, not rootless, with default options: firewall rules and the userland proxy are on, direct routing is off.`,
    'Addresses are IPv4. The host and its firewall let in whatever the engine lets through, and no rules are added in DOCKER-USER.',
    'Machines of the LAN have a route to the container networks by the host, so that what is closed is closed by the engine.',
    'A process listens on every port; names that /etc/hosts or a server of the container itself resolves are not looked at.',
    ...(hostAddress !== undefined && !isHostAddressGiven
      ? [`The address of the host on the LAN is ${hostAddress}, the lowest one that a port is published at.`]
      : []),
    ...(assumed.length > 0
      ? [`No file makes the networks ${assumed.join(', ')}; each is taken to exist as a bridge with default options.`]
      : []),
    ...(traits.version === 'before-28' && bindings.some(({ protocol }) => protocol === 'UDP')
      ? [
          'Before 28, containers that dial a published UDP port get answers from another address than the one they dialled.',
        ]
      : []),
  ];
}
