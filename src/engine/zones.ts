/**
 * Zones: the few kinds of nodes that whole rules are about. A rule about everyone, every pod, or every endpoint whose
 * address is not shown means whole zones, and is kept as that instead of as a list of nearly all blocks. No block of
 * any partition crosses zones.
 */

import type { Node } from './node.ts';

export const OUTSIDE = 0;
/** An entry controller of which nothing is known: no policy is about it. */
export const UNPLACED = 1;
const ENTRY = 2;
const ENDPOINT = 3;

/** Endpoints by whether they share their node's network and whether an address is shown. */
export const ZONES = 7;

export function zoneOf(node: Node): number {
  if (node.kind === 'outside') return OUTSIDE;
  if (node.kind === 'entry') return node.placed ? ENTRY : UNPLACED;
  const { hostNetwork, addresses } = node.endpoint;
  return ENDPOINT + (hostNetwork ? 2 : 0) + (addresses.length > 0 ? 1 : 0);
}

/** Whether the two may exchange anything at all; nothing is asked about what reaches an entry controller. */
export function mayMeet(source: number, destination: number): boolean {
  if (destination >= ENDPOINT) return true;
  return destination === OUTSIDE && source >= ENDPOINT;
}
