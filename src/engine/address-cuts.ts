/** Where address sets begin and end: between two cuts of its family, no set tells two addresses apart. */

import type { AddressSet } from '../algebra/address-set.ts';
import type { Address } from '../algebra/cidr.ts';
import type { Interval } from '../algebra/interval-set.ts';

export class AddressCuts {
  /** The first addresses of ranges, ascending; what lies before the first cut is a range too. */
  readonly v4: readonly number[];
  readonly v6: readonly bigint[];

  constructor(sets: readonly AddressSet[]) {
    const [v4, v6] = [new Set<number>(), new Set<bigint>()];
    for (const set of sets) {
      for (const { first, last } of set.v4) v4.add(first).add(last + 1);
      for (const { first, last } of set.v6) v6.add(first).add(last + 1n);
    }
    this.v4 = [...v4].sort((a, b) => a - b);
    this.v6 = [...v6].sort((a, b) => (a < b ? -1 : 1));
  }

  /** Equal for addresses that no set tells apart. */
  rangeOf(address: Address): string {
    return address.family === 'IPv4'
      ? `4 ${countUpTo(this.v4, address.value)}`
      : `6 ${countUpTo(this.v6, address.value)}`;
  }
}

/** A whole line cut into ranges. */
export function cutLine<P extends number | bigint>(
  { first, last }: Interval<P>,
  cuts: readonly P[],
  previous: (p: P) => P,
): Interval<P>[] {
  const ranges: Interval<P>[] = [];
  let from = first;
  for (const cut of cuts) {
    if (cut <= from || cut > last) continue;
    ranges.push({ first: from, last: previous(cut) });
    from = cut;
  }
  return [...ranges, { first: from, last }];
}

/** How many of an ascending list are at most a value. */
function countUpTo<P extends number | bigint>(list: readonly P[], value: P): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] as P) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
