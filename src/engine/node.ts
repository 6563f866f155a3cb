/**
 * The nodes of the matrix: the endpoints, and outside addresses cut into ranges that no rule tells apart (atoms).
 */

import { type AddressRange, type AddressSet, ALL_ADDRESSES, addressRanges } from '../algebra/address-set.ts';
import type { Interval } from '../algebra/interval-set.ts';
import type { Endpoint } from '../policy/endpoint.ts';
import { AddressCuts, cutLine } from './address-cuts.ts';

export type Node =
  | { readonly kind: 'endpoint'; readonly endpoint: Endpoint }
  | { readonly kind: 'outside'; readonly range: AddressRange }
  | EntryNode;

/** The pod of an entry controller that the bundle does not show; nothing is known of it but what `endpoint` says. */
export interface EntryNode {
  readonly kind: 'entry';
  readonly endpoint: Endpoint;
  /** Whether its namespace is known, so that the egress policies there are about it. */
  readonly placed: boolean;
}

/** What selectors are asked about; outside addresses have no labels. */
export function labelled(node: Node | undefined): Endpoint | undefined {
  return node === undefined || node.kind === 'outside' ? undefined : node.endpoint;
}

/** The endpoints in their order, then the atoms of IPv4 and of IPv6, ascending. */
export function makeNodes(endpoints: readonly Endpoint[], addressSets: readonly AddressSet[]): Node[] {
  const cuts = new AddressCuts(addressSets);
  const v4 = ALL_ADDRESSES.v4.flatMap((line) => cutLine(line, cuts.v4, (p) => p - 1));
  const v6 = ALL_ADDRESSES.v6.flatMap((line) => cutLine(line, cuts.v6, (p) => p - 1n));
  return [
    ...endpoints.map((endpoint) => ({ kind: 'endpoint', endpoint }) as const),
    ...addressRanges({ v4, v6 }).map((range) => ({ kind: 'outside', range }) as const),
  ];
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

/**
 * Whether an endpoint whose address is not shown might have one of these. The ranges above do not touch: an interval
 * that lies in them lies in one of them.
 */
export function mayHoldEndpoint({ v4, v6 }: AddressSet): boolean {
  return (
    !v4.every((interval) => isWithin(interval, NEVER_AN_ENDPOINT.v4)) ||
    !v6.every((interval) => isWithin(interval, NEVER_AN_ENDPOINT.v6))
  );
}

function isWithin<P extends number | bigint>({ first, last }: Interval<P>, ranges: readonly Interval<P>[]): boolean {
  return ranges.some((range) => range.first <= first && last <= range.last);
}
