/**
 * Address sets as sets of nodes. Outside ranges and the addresses of endpoints lie sorted, so that a block finds what
 * is in it by binary search. An endpoint whose address is not shown may have any that endpoints have.
 */

import type { Interval } from '../algebra/interval-set.ts';
import type { Peer } from '../policy/rule.ts';
import { type Bits, emptyBits, setBit } from './bits.ts';
import { labelled, mayHoldEndpoint, type Node } from './node.ts';
import type { NodeSet } from './node-set.ts';
import type { NodeSets } from './node-sets.ts';

/** Points of IPv4, ascending, and beside each the node that has it or begins there. */
class Points {
  readonly #points: Float64Array;
  readonly #nodes: Int32Array;

  constructor(points: readonly number[], nodes: readonly number[]) {
    const order = Int32Array.from(points.keys());
    // Ranges come in order; pods do not.
    if (points.some((point, i) => point < (points[i - 1] ?? 0))) {
      order.sort((a, b) => (points[a] as number) - (points[b] as number));
    }
    this.#points = Float64Array.from(order, (i) => points[i] as number);
    this.#nodes = Int32Array.from(order, (i) => nodes[i] as number);
  }

  collect({ first, last }: Interval<number>, found: Bits): void {
    const points = this.#points;
    for (let i = positionOf(points, first); i < points.length && (points[i] as number) <= last; i++) {
      setBit(found, this.#nodes[i] as number);
    }
  }
}

/** A point of IPv6, and the node that has it or begins there. */
interface Holder {
  readonly at: bigint;
  readonly node: number;
}

export class Addresses {
  readonly #sets: NodeSets;
  /** Scratch. */
  readonly #found: Bits;
  readonly #outside: Line;
  readonly #endpoints: Line;
  /** Endpoints whose address is not shown. */
  readonly #addressless: NodeSet;
  /** Every outside range. */
  readonly outside: NodeSet;

  constructor(nodes: readonly Node[], sets: NodeSets) {
    this.#sets = sets;
    this.#found = emptyBits(nodes.length);
    const addressless: number[] = [];
    const outside: number[] = [];
    const points = { outside: [] as number[], endpoints: [] as number[] };
    const owners = { outside: [] as number[], endpoints: [] as number[] };
    const holders = { outside: [] as Holder[], endpoints: [] as Holder[] };
    for (let node = 0; node < nodes.length; node++) {
      const known = nodes[node] as Node;
      const addresses = labelled(known)?.addresses ?? [];
      if (known.kind !== 'outside' && addresses.length === 0) addressless.push(node);
      for (const address of addresses) {
        if (address.family === 'IPv4') {
          points.endpoints.push(address.value);
          owners.endpoints.push(node);
        } else holders.endpoints.push({ at: address.value, node });
      }
      if (known.kind !== 'outside') continue;
      outside.push(node);
      if (known.range.family === 'IPv4') {
        points.outside.push(known.range.first);
        owners.outside.push(node);
      } else holders.outside.push({ at: known.range.first, node });
    }
    this.#outside = { v4: new Points(points.outside, owners.outside), v6: sorted(holders.outside) };
    this.#endpoints = { v4: new Points(points.endpoints, owners.endpoints), v6: sorted(holders.endpoints) };
    this.#addressless = sets.of(addressless);
    this.outside = sets.of(outside);
  }

  /** A range of the matrix lies in a set whole or not at all, so that its first address tells. */
  of({ set, endpoints }: Extract<Peer, { kind: 'addresses' }>): { readonly sure: NodeSet; readonly maybe: NodeSet } {
    const found = this.#found.fill(0);
    for (const { v4, v6 } of endpoints ? [this.#outside, this.#endpoints] : [this.#outside]) {
      for (const interval of set.v4) v4.collect(interval, found);
      for (const interval of set.v6) collect(v6, interval, found);
    }
    const isDoubtful = endpoints && this.#addressless.size > 0 && mayHoldEndpoint(set);
    return { sure: this.#sets.ofBits(found), maybe: isDoubtful ? this.#addressless : this.#sets.nothing };
  }
}

interface Line {
  readonly v4: Points;
  readonly v6: readonly Holder[];
}

function sorted(holders: Holder[]): readonly Holder[] {
  return holders.sort((a, b) => (a.at < b.at ? -1 : 1));
}

function positionOf(ascending: Float64Array, value: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Adds the nodes at the points from `first` to `last`. */
function collect(holders: readonly Holder[], { first, last }: Interval<bigint>, found: Bits): void {
  let [low, high] = [0, holders.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((holders[middle] as Holder).at < first) low = middle + 1;
    else high = middle;
  }
  for (let i = low; i < holders.length; i++) {
    const { at, node } = holders[i] as Holder;
    if (at > last) return;
    setBit(found, node);
  }
}
