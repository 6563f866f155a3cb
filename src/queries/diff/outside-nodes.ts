/** The outside addresses of a reach, in the order of their addresses, IPv4 before IPv6. */

import type { AddressRange } from '../../algebra/address-set.ts';
import type { Reach } from '../../engine/reach.ts';

export interface OutsideNode {
  readonly node: number;
  readonly range: AddressRange;
}

/** Together they cover both families, without a gap. */
export function outsideNodes(reach: Reach): OutsideNode[] {
  return reach.nodes.flatMap((node, i) => (node.kind === 'outside' ? [{ node: i, range: node.range }] : []));
}

/** The nodes that a range has addresses of. */
export function nodesWithin(nodes: readonly OutsideNode[], range: AddressRange): number[] {
  let [low, high] = [0, nodes.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore((nodes[middle] as OutsideNode).range, range)) low = middle + 1;
    else high = middle;
  }
  const found: number[] = [];
  for (let at = low; at < nodes.length && !isBefore(range, (nodes[at] as OutsideNode).range); at++)
    found.push((nodes[at] as OutsideNode).node);
  return found;
}

/** Whether all of one range comes before the other. */
function isBefore(a: AddressRange, b: AddressRange): boolean {
  return a.family === b.family ? a.last < b.first : a.family === 'IPv4';
}
