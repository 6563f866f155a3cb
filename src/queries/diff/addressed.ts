/** Whether a peer of a rule means outside addresses. */

import type { AddressRange } from '../../algebra/address-set.ts';
import type { IntervalSet } from '../../algebra/interval-set.ts';
import type { Peer } from '../../policy/rule.ts';

/** Whether it surely or possibly means some of a range. */
export function meansAddresses(peer: Peer, range: AddressRange): boolean {
  switch (peer.kind) {
    case 'any':
      return true;
    case 'endpoints':
      return false;
    case 'unknown':
      return peer.within === undefined || peer.within === 'outside';
    case 'addresses':
      return range.family === 'IPv4' ? meets(peer.set.v4, range) : meets(peer.set.v6, range);
  }
}

function meets<P extends number | bigint>(set: IntervalSet<P>, { first, last }: { first: P; last: P }): boolean {
  let [low, high] = [0, set.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((set[middle]?.last ?? first) < first) low = middle + 1;
    else high = middle;
  }
  const next = set[low];
  return next !== undefined && next.first <= last;
}
