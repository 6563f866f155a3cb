/** The ends of every pair: the endpoints, the outside addresses cut wherever a rule draws a border, and entry controllers. */

import {
  type AddressRange,
  type AddressSet,
  ALL_ADDRESSES,
  addressRanges,
  isNoAddress,
  subtractAddresses,
} from '../../../src/algebra/address-set.ts';
import type { Interval } from '../../../src/algebra/interval-set.ts';
import type { Endpoint } from '../../../src/policy/endpoint.ts';

export type DenseNode = { readonly kind: 'endpoint'; readonly endpoint: Endpoint } | DenseOutside | DenseEntry;

export interface DenseOutside {
  readonly kind: 'outside';
  readonly range: AddressRange;
}

/** The pod of an entry controller that the bundle does not show. */
export interface DenseEntry {
  readonly kind: 'entry';
  readonly endpoint: Endpoint;
  /** Whether its namespace is known, so that the egress policies there are about it. */
  readonly placed: boolean;
}

/** Outside addresses, IPv4 before IPv6, ascending: no set divides one of the ranges. */
export function outsideNodes(sets: readonly AddressSet[]): DenseOutside[] {
  const v4 = cut(
    ALL_ADDRESSES.v4,
    sets.flatMap((s) => s.v4),
    (p) => p + 1,
    (p) => p - 1,
  );
  const v6 = cut(
    ALL_ADDRESSES.v6,
    sets.flatMap((s) => s.v6),
    (p) => p + 1n,
    (p) => p - 1n,
  );
  return addressRanges({ v4, v6 }).map((range) => ({ kind: 'outside', range }));
}

/** Cuts a line at every border of the given intervals. */
function cut<P extends number | bigint>(
  whole: readonly Interval<P>[],
  borders: readonly Interval<P>[],
  next: (p: P) => P,
  previous: (p: P) => P,
): Interval<P>[] {
  const starts = [...new Set(borders.flatMap((b) => [b.first, next(b.last)]))].sort((a, b) => (a < b ? -1 : 1));
  const out: Interval<P>[] = [];
  for (const { first, last } of whole) {
    let from = first;
    for (const start of starts) {
      if (start <= from || start > last) continue;
      out.push({ first: from, last: previous(start) });
      from = start;
    }
    out.push({ first: from, last });
  }
  return out;
}

/**
 * Addresses no pod and no node ever has: this network (RFC 791), loopback, link-local, multicast, reserved
 * (RFC 6890), and their IPv6 counterparts.
 */
const NEVER_AN_ENDPOINT: AddressSet = {
  v4: [
    { first: 0, last: 0x00ff_ffff },
    { first: 0x7f00_0000, last: 0x7fff_ffff },
    { first: 0xa9fe_0000, last: 0xa9fe_ffff },
    { first: 0xe000_0000, last: 0xffff_ffff },
  ],
  v6: [
    { first: 0n, last: 1n },
    { first: 0xfe80n << 112n, last: (0xfec0n << 112n) - 1n },
    { first: 0xff00n << 112n, last: (1n << 128n) - 1n },
  ],
};

/** Whether an endpoint whose address is not shown might have one of these. */
export function mayHoldEndpoint(set: AddressSet): boolean {
  return !isNoAddress(subtractAddresses(set, NEVER_AN_ENDPOINT));
}
