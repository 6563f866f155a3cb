/**
 * Kernel: tuples of numbers as numbers: equal tuples have equal ids, in the order in which they were first seen. They lie
 * behind each other in one typed array, for there are tens of thousands.
 */

import { NumberPool } from './number-pool.ts';

/** Above every member. */
const LIMIT = 2 ** 32;

export class Tuples {
  readonly #members = new NumberPool(LIMIT);
  /** Tuple `i` lies in the members from `#starts[i]` up to `#starts[i + 1]`. */
  readonly #starts = new NumberPool(LIMIT);
  /** Ids by the hash of the tuple, each increased by one. */
  #slots = new Int32Array(1 << 8);

  constructor() {
    this.#starts.add([0], 1);
  }

  get count(): number {
    return this.#starts.length - 1;
  }

  of(tuple: ArrayLike<number>): number {
    const mask = this.#slots.length - 1;
    let at = hashOf(tuple, 0, tuple.length) & mask;
    for (; this.#slots[at] !== 0; at = (at + 1) & mask) {
      const known = (this.#slots[at] as number) - 1;
      if (this.#isSame(known, tuple)) return known;
    }
    const id = this.count;
    this.#members.add(tuple, tuple.length);
    this.#starts.add([this.#members.length], 1);
    this.#slots[at] = id + 1;
    if (this.count * 2 > mask) this.#rehash();
    return id;
  }

  /** A list of its own. */
  get(id: number): number[] {
    if (id < 0 || id >= this.count) throw new Error(`no tuple has the id ${id}`);
    const { items } = this.#starts;
    return Array.from(this.#members.items.subarray(items[id], items[id + 1]));
  }

  #isSame(id: number, tuple: ArrayLike<number>): boolean {
    const start = this.#starts.items[id] as number;
    if ((this.#starts.items[id + 1] as number) - start !== tuple.length) return false;
    for (let i = 0; i < tuple.length; i++) if (this.#members.items[start + i] !== tuple[i]) return false;
    return true;
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    const starts = this.#starts.items;
    for (let id = 0; id < this.count; id++) {
      let at = hashOf(this.#members.items, starts[id] as number, starts[id + 1] as number) & mask;
      while (slots[at] !== 0) at = (at + 1) & mask;
      slots[at] = id + 1;
    }
    this.#slots = slots;
  }
}

/** Of the numbers from `start` up to `end`. */
export function hashOf(numbers: ArrayLike<number>, start: number, end: number): number {
  let hash = end - start;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ (numbers[i] as number), 0x01000193);
  return hash ^ (hash >>> 13) ^ (hash >>> 22);
}
