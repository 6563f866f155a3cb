/**
 * Containers that no file shows, and who may be there: whoever another project, or a person, puts on a network that
 * exists outside the files (https://docs.docker.com/reference/compose-file/networks/#external).
 */

import type { Stranger } from '../../stranger.ts';
import { anyMemberOf } from './peers.ts';
import { joinsByNetwork, type Place } from './place.ts';

const GATEWAY_BRIDGE = 'docker_gwbridge';

/** One for each network that is joined and that no file makes, by its real name. */
export function strangersOf(places: readonly Place[]): Stranger[] {
  return joinsByNetwork(places)
    .filter(({ network }) => network.isAssumed && network.name !== GATEWAY_BRIDGE)
    .map(({ network }) => ({ selector: anyMemberOf(network), network: network.name }));
}
