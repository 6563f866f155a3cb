/**
 * Sets of IPv4 and IPv6 addresses. The families are two separate lines: `0.0.0.0/0` holds no IPv6 address.
 *
 * Laws (tested in `test/algebra/address-set.test.ts`): a Boolean algebra per family.
 */

import { type Address, type Cidr, type Family, formatV4, formatV6 } from './cidr.ts';
import { bigintLine, type IntervalSet, numberLine } from './interval-set.ts';

export interface AddressSet {
  readonly v4: IntervalSet<number>;
  readonly v6: IntervalSet<bigint>;
}

export const ALL_ADDRESSES: AddressSet = {
  v4: [{ first: 0, last: 2 ** 32 - 1 }],
  v6: [{ first: 0n, last: (1n << 128n) - 1n }],
};

export function blockSet(block: Cidr): AddressSet {
  return block.family === 'IPv4'
    ? { v4: [{ first: block.first, last: block.last }], v6: [] }
    : { v4: [], v6: [{ first: block.first, last: block.last }] };
}

export function unionAddresses(sets: readonly AddressSet[]): AddressSet {
  return { v4: numberLine.of(sets.flatMap((s) => s.v4)), v6: bigintLine.of(sets.flatMap((s) => s.v6)) };
}

export function intersectAddresses(a: AddressSet, b: AddressSet): AddressSet {
  return { v4: numberLine.intersect(a.v4, b.v4), v6: bigintLine.intersect(a.v6, b.v6) };
}

export function subtractAddresses(a: AddressSet, b: AddressSet): AddressSet {
  return { v4: numberLine.subtract(a.v4, b.v4), v6: bigintLine.subtract(a.v6, b.v6) };
}

export function hasAddress(set: AddressSet, address: Address): boolean {
  return address.family === 'IPv4' ? numberLine.has(set.v4, address.value) : bigintLine.has(set.v6, address.value);
}

export function isNoAddress(set: AddressSet): boolean {
  return set.v4.length === 0 && set.v6.length === 0;
}

/** A run of addresses of one family. */
export type AddressRange =
  | { readonly family: 'IPv4'; readonly first: number; readonly last: number }
  | { readonly family: 'IPv6'; readonly first: bigint; readonly last: bigint };

/** The runs of a set, IPv4 before IPv6, ascending. */
export function addressRanges(set: AddressSet): AddressRange[] {
  return [
    ...set.v4.map(({ first, last }) => ({ family: 'IPv4', first, last }) as const),
    ...set.v6.map(({ first, last }) => ({ family: 'IPv6', first, last }) as const),
  ];
}

/** The set of all addresses of some ranges. */
export function rangesSet(ranges: readonly AddressRange[]): AddressSet {
  const v4 = ranges.flatMap((r) => (r.family === 'IPv4' ? [r] : []));
  const v6 = ranges.flatMap((r) => (r.family === 'IPv6' ? [r] : []));
  return unionAddresses([{ v4, v6 }]);
}

/** A range as people write it: one CIDR block where it is exactly one, else `first-last`. */
export function formatRange(range: AddressRange): string {
  const width = range.family === 'IPv4' ? 32 : 128;
  const first = BigInt(range.first);
  const size = BigInt(range.last) - first + 1n;
  const bits = size.toString(2).length - 1;
  const isBlock = size === 1n << BigInt(bits) && first % size === 0n;
  if (isBlock) return `${formatAddress(range.family, range.first)}/${width - bits}`;
  return `${formatAddress(range.family, range.first)}-${formatAddress(range.family, range.last)}`;
}

function formatAddress(family: Family, value: number | bigint): string {
  return family === 'IPv4' ? formatV4(Number(value)) : formatV6(BigInt(value));
}
