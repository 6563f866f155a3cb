/**
 * Partition refinement (Paige and Tarjan, SIAM J. Comput. 16(6), 1987): the coarsest partition in which every given
 * set is a union of blocks, in time proportional to the sizes of the sets. It is exact: nothing depends on hashes.
 */

import type { NodeSet } from './node-set.ts';
import { PairMemo } from './pair-memo.ts';

export interface Blocks {
  /** The block of each node. */
  readonly of: Int32Array;
  readonly count: number;
}

const NONE = new Int32Array(0);

export class Partition {
  /** The block of each element, from 0. */
  readonly blockOf: Int32Array;
  readonly #sizes: Int32Array;
  #count: number;
  /** The sets it was refined by, by their numbers. */
  #done = new Uint8Array(64);
  /** Scratch, made for the first set: its members; per block the members hit and where they go; the blocks met. */
  #members = NONE;
  #hits = NONE;
  #target = NONE;
  #touched = NONE;

  /** All elements in one block. */
  constructor(size: number) {
    this.blockOf = new Int32Array(size);
    this.#sizes = new Int32Array(size).fill(size, 0, 1);
    this.#count = size > 0 ? 1 : 0;
  }

  get blockCount(): number {
    return this.#count;
  }

  get blocks(): Blocks {
    return { of: this.blockOf, count: this.#count };
  }

  /** Splits every block that the set meets without holding it whole. All sets are of one `NodeSets`. */
  splitBySet(set: NodeSet): void {
    if (!this.#isNew(set.id)) return;
    if (set.size === 0 || set.size === this.blockOf.length) return;
    if (this.#members === NONE) this.#makeScratch(this.blockOf.length);
    const count = set.read(this.#members);
    const { blockOf } = this;
    const members = this.#members;
    const hits = this.#hits;
    const target = this.#target;
    for (let i = 0; i < count; i++) {
      const block = blockOf[members[i] as number] as number;
      hits[block] = (hits[block] as number) + 1;
    }
    let touched = 0;
    for (let i = 0; i < count; i++) {
      const element = members[i] as number;
      const block = blockOf[element] as number;
      const hit = hits[block] as number;
      if (hit > 0) {
        const size = this.#sizes[block] as number;
        target[block] = hit === size ? block : this.#splitOff(block, size, hit);
        hits[block] = -1;
        this.#touched[touched++] = block;
      }
      blockOf[element] = target[block] as number;
    }
    for (let i = 0; i < touched; i++) hits[this.#touched[i] as number] = 0;
  }

  #makeScratch(size: number): void {
    this.#members = new Int32Array(size);
    this.#hits = new Int32Array(size);
    this.#target = new Int32Array(size);
    this.#touched = new Int32Array(size);
  }

  #isNew(set: number): boolean {
    if (set >= this.#done.length) {
      const grown = new Uint8Array(Math.max(this.#done.length * 2, set + 1));
      grown.set(this.#done);
      this.#done = grown;
    }
    if (this.#done[set] !== 0) return false;
    this.#done[set] = 1;
    return true;
  }

  /** Makes room for the members that were hit, which are not all of the block. */
  #splitOff(block: number, size: number, hit: number): number {
    this.#sizes[block] = size - hit;
    this.#sizes[this.#count] = hit;
    return this.#count++;
  }

  /**
   * Splits by a key that is not negative: elements with different keys end in different blocks, which are numbered in
   * the order of their first elements.
   */
  splitByKeys(keys: ArrayLike<number>): void {
    const numbers = new PairMemo();
    this.#sizes.fill(0);
    this.#count = 0;
    let lastOld = -1;
    let lastKey = -1;
    let last = -1;
    for (let element = 0; element < this.blockOf.length; element++) {
      const old = this.blockOf[element] as number;
      const key = keys[element] as number;
      if (old !== lastOld || key !== lastKey) {
        lastOld = old;
        lastKey = key;
        last = numbers.get(old, key);
        if (last < 0) {
          last = this.#count++;
          numbers.add(old, key, last);
        }
      }
      this.blockOf[element] = last;
      this.#sizes[last] = (this.#sizes[last] as number) + 1;
    }
  }

  /** Numbers the blocks in the order of their first elements. */
  renumber(): void {
    const numbers = new Int32Array(this.#count).fill(-1);
    const sizes = this.#sizes.slice(0, this.#count);
    let count = 0;
    for (let element = 0; element < this.blockOf.length; element++) {
      const block = this.blockOf[element] as number;
      if (numbers[block] === -1) {
        this.#sizes[count] = sizes[block] as number;
        numbers[block] = count++;
      }
      this.blockOf[element] = numbers[block] as number;
    }
  }
}
