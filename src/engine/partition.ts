/**
 * Partition refinement (Paige and Tarjan, SIAM J. Comput. 16(6), 1987): the coarsest partition in which every given
 * set is a union of blocks, in time proportional to the sizes of the sets. It is exact: nothing depends on hashes.
 */

import type { Membership, NodeSet } from './node-set.ts';
import { PairMemo } from './pair-memo.ts';

export interface Blocks {
  /** The block of each node. */
  readonly of: Int32Array;
  readonly count: number;
}

export class Partition {
  /** The block of each element, from 0. */
  readonly blockOf: Int32Array;
  readonly #sizes: Int32Array;
  #count: number;
  /** Scratch: the members of a set; per block its members hit and where they go; the blocks met. */
  readonly #members: Int32Array;
  readonly #hits: Int32Array;
  readonly #target: Int32Array;
  readonly #touched: Int32Array;

  /** All elements in one block. */
  constructor(size: number) {
    this.blockOf = new Int32Array(size);
    this.#sizes = new Int32Array(size).fill(size, 0, 1);
    this.#count = size > 0 ? 1 : 0;
    this.#members = new Int32Array(size);
    this.#hits = new Int32Array(size);
    this.#target = new Int32Array(size);
    this.#touched = new Int32Array(size);
  }

  get blockCount(): number {
    return this.#count;
  }

  get blocks(): Blocks {
    return { of: this.blockOf, count: this.#count };
  }

  /** Refines by every set once. */
  splitByAll(memberships: Iterable<Membership>): void {
    for (const { sure, maybe } of new Set(memberships)) {
      this.splitBySet(sure);
      if (maybe) this.splitBySet(maybe);
    }
  }

  /** Splits every block that the set meets without holding it whole. */
  splitBySet(set: NodeSet): void {
    if (set.size === 0 || set.size === this.blockOf.length) return;
    const count = set.read(this.#members);
    const [members, blockOf, hits] = [this.#members, this.blockOf, this.#hits];
    for (let i = 0; i < count; i++) {
      const block = blockOf[members[i] as number] as number;
      hits[block] = (hits[block] as number) + 1;
    }
    let touched = 0;
    for (let i = 0; i < count; i++) {
      const element = members[i] as number;
      const block = blockOf[element] as number;
      if ((hits[block] as number) > 0) {
        this.#target[block] = this.#splitOff(block, hits[block] as number);
        hits[block] = -1;
        this.#touched[touched++] = block;
      }
      blockOf[element] = this.#target[block] as number;
    }
    for (let i = 0; i < touched; i++) hits[this.#touched[i] as number] = 0;
  }

  /** Where the members that were hit go: to a new block, unless they are all of theirs. */
  #splitOff(block: number, hit: number): number {
    const size = this.#sizes[block] as number;
    if (hit === size) return block;
    this.#sizes[block] = size - hit;
    this.#sizes[this.#count] = hit;
    return this.#count++;
  }

  /** Splits by a key: elements with different keys end in different blocks. */
  splitByKey(keyOf: (element: number) => string | number): void {
    const keys = new Map<string | number, number>();
    const blocks = new PairMemo();
    this.#sizes.fill(0);
    this.#count = 0;
    for (let element = 0; element < this.blockOf.length; element++) {
      const key = keyOf(element);
      const number = keys.get(key) ?? keys.size;
      if (number === keys.size) keys.set(key, number);
      const old = this.blockOf[element] as number;
      const known = blocks.get(old, number);
      const block = known < 0 ? this.#count++ : known;
      if (known < 0) blocks.add(old, number, block);
      this.blockOf[element] = block;
      this.#sizes[block] = (this.#sizes[block] as number) + 1;
    }
  }
}
