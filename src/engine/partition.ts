/**
 * Partition refinement (Paige and Tarjan, SIAM J. Comput. 16(6), 1987): the coarsest partition in which every given
 * set is a union of blocks, in time proportional to the sizes of the sets. It is exact: nothing depends on hashes.
 */

import { type Bits, members } from './bits.ts';

export class Partition {
  /** The block of each element, from 0. */
  readonly blockOf: Int32Array;
  readonly #sizes: number[];

  /** All elements in one block. */
  constructor(size: number) {
    this.blockOf = new Int32Array(size);
    this.#sizes = size > 0 ? [size] : [];
  }

  get blockCount(): number {
    return this.#sizes.length;
  }

  /** Splits every block that the set meets without holding it whole. */
  splitBySet(set: Bits): void {
    const hits = new Map<number, number>();
    for (const element of members(set)) {
      const block = this.blockOf[element] ?? 0;
      hits.set(block, (hits.get(block) ?? 0) + 1);
    }
    const moved = new Map<number, number>();
    for (const [block, count] of hits) {
      const size = this.#sizes[block] ?? 0;
      if (count === size) continue;
      moved.set(block, this.#sizes.length);
      this.#sizes[block] = size - count;
      this.#sizes.push(count);
    }
    if (moved.size === 0) return;
    for (const element of members(set)) {
      const target = moved.get(this.blockOf[element] ?? 0);
      if (target !== undefined) this.blockOf[element] = target;
    }
  }

  /** Splits by a key: elements with different keys end in different blocks. */
  splitByKey(keyOf: (element: number) => string): void {
    const blocks = new Map<string, number>();
    const sizes: number[] = [];
    for (let element = 0; element < this.blockOf.length; element++) {
      const key = `${this.blockOf[element]} ${keyOf(element)}`;
      const block = blocks.get(key) ?? blocks.size;
      blocks.set(key, block);
      this.blockOf[element] = block;
      sizes[block] = (sizes[block] ?? 0) + 1;
    }
    this.#sizes.splice(0, this.#sizes.length, ...sizes);
  }
}
