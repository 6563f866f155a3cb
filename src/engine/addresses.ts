/**
 * Address sets as sets of nodes. Outside ranges and the addresses of endpoints lie sorted, so that a block finds what
 * is in it by binary search. An endpoint whose address is not shown may have any that endpoints have.
 */

import type { Interval } from '../algebra/interval-set.ts';
import type { Peer } from '../policy/rule.ts';
import { labelled, mayHoldEndpoint, type Node } from './node.ts';
import { NodeSet } from './node-set.ts';

/** A point of one family, and the node that has it or begins there. */
interface Holder<P> {
  readonly at: P;
  readonly node: number;
}

export class Addresses {
  readonly #universe: number;
  readonly #outside = { v4: [] as Holder<number>[], v6: [] as Holder<bigint>[] };
  readonly #endpoints = { v4: [] as Holder<number>[], v6: [] as Holder<bigint>[] };
  /** Endpoints whose address is not shown. */
  readonly #addressless: NodeSet;
  /** Every outside range. */
  readonly outside: NodeSet;

  constructor(nodes: readonly Node[]) {
    this.#universe = nodes.length;
    const addressless: number[] = [];
    const outside: number[] = [];
    for (const [node, known] of nodes.entries()) {
      const endpoint = labelled(known);
      if (endpoint?.addresses.length === 0) addressless.push(node);
      for (const address of endpoint?.addresses ?? []) {
        if (address.family === 'IPv4') this.#endpoints.v4.push({ at: address.value, node });
        else this.#endpoints.v6.push({ at: address.value, node });
      }
      if (known.kind !== 'outside') continue;
      outside.push(node);
      if (known.range.family === 'IPv4') this.#outside.v4.push({ at: known.range.first, node });
      else this.#outside.v6.push({ at: known.range.first, node });
    }
    for (const { v4, v6 } of [this.#outside, this.#endpoints]) {
      v4.sort((a, b) => a.at - b.at);
      v6.sort((a, b) => (a.at < b.at ? -1 : 1));
    }
    this.#addressless = NodeSet.of(addressless, nodes.length);
    this.outside = NodeSet.of(outside, nodes.length);
  }

  /** A range of the matrix lies in a set whole or not at all, so that its first address tells. */
  of({ set, endpoints }: Extract<Peer, { kind: 'addresses' }>): { sure: NodeSet; maybe: NodeSet | undefined } {
    const found = new Set<number>();
    for (const side of endpoints ? [this.#outside, this.#endpoints] : [this.#outside]) {
      for (const interval of set.v4) collect(side.v4, interval, found);
      for (const interval of set.v6) collect(side.v6, interval, found);
    }
    const sure = NodeSet.of(
      [...found].sort((a, b) => a - b),
      this.#universe,
    );
    const doubtful = endpoints && this.#addressless.size > 0 && mayHoldEndpoint(set);
    return { sure, maybe: doubtful ? this.#addressless : undefined };
  }
}

/** Adds the nodes at the points from `first` to `last`. */
function collect<P extends number | bigint>(
  holders: readonly Holder<P>[],
  { first, last }: Interval<P>,
  found: Set<number>,
): void {
  let [low, high] = [0, holders.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((holders[middle] as Holder<P>).at < first) low = middle + 1;
    else high = middle;
  }
  for (let i = low; i < holders.length; i++) {
    const { at, node } = holders[i] as Holder<P>;
    if (at > last) return;
    found.add(node);
  }
}
