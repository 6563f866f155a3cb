/**
 * Kernel: tuples of numbers as numbers: equal tuples have equal ids, in the order in which they were first seen. They lie
 * behind each other in one typed array, for there are tens of thousands, and all of one table have one width.
 */

/** Tuples there is room for at first. */
const START = 1 << 7;

export class Tuples {
  readonly #width: number;
  /** Tuple `i` begins at `i` times the width. */
  #members: Int32Array;
  /** Ids by the hash of the tuple, each increased by one. */
  #slots = new Int32Array(START * 2);
  #count = 0;

  constructor(width: number) {
    this.#width = width;
    this.#members = new Int32Array(START * width);
  }

  get count(): number {
    return this.#count;
  }

  /** The id of a tuple, which stays its owner's. */
  of(tuple: ArrayLike<number>): number {
    const mask = this.#slots.length - 1;
    let at = hashOf(tuple, 0, this.#width) & mask;
    for (; this.#slots[at] !== 0; at = (at + 1) & mask) {
      const known = (this.#slots[at] as number) - 1;
      if (this.#isSame(known, tuple)) return known;
    }
    const id = this.#count++;
    this.#slots[at] = id + 1;
    if (this.#count * this.#width > this.#members.length) this.#grow();
    for (let i = 0; i < this.#width; i++) this.#members[id * this.#width + i] = tuple[i] as number;
    if (this.#count * 2 > mask) this.#rehash();
    return id;
  }

  /** What stands at a place of a tuple. */
  member(id: number, place: number): number {
    return this.#members[id * this.#width + place] as number;
  }

  #isSame(id: number, tuple: ArrayLike<number>): boolean {
    const start = id * this.#width;
    for (let i = 0; i < this.#width; i++) if (this.#members[start + i] !== tuple[i]) return false;
    return true;
  }

  #grow(): void {
    const grown = new Int32Array(this.#members.length * 2);
    grown.set(this.#members);
    this.#members = grown;
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let id = 0; id < this.#count; id++) {
      let at = hashOf(this.#members, id * this.#width, (id + 1) * this.#width) & mask;
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
