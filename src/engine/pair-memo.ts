/**
 * Kernel: a table from pairs of numbers to numbers, by open addressing in one typed array. Memoised operations on
 * interned sets live on it: a Map with composed keys costs several times more.
 */

const EMPTY = -1;
const START = 1 << 10;

/** From pairs of numbers, neither negative, to numbers that are not negative. */
export class PairMemo {
  #slots = blank(START);
  #mask = START - 1;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The bytes it holds. */
  get bytes(): number {
    return this.#slots.byteLength;
  }

  /** -1 where the pair has none. */
  get(a: number, b: number): number {
    const slots = this.#slots;
    for (let at = hash(a, b) & this.#mask; ; at = (at + 1) & this.#mask) {
      const base = at * 3;
      const first = slots[base] as number;
      if (first === a && slots[base + 1] === b) return slots[base + 2] as number;
      if (first === EMPTY) return EMPTY;
    }
  }

  /** The pair must not be there yet. */
  add(a: number, b: number, value: number): void {
    if (this.#size * 4 > this.#mask * 3) this.#grow();
    this.#insert(a, b, value);
    this.#size++;
  }

  #insert(a: number, b: number, value: number): void {
    let at = hash(a, b) & this.#mask;
    while (this.#slots[at * 3] !== EMPTY) at = (at + 1) & this.#mask;
    this.#slots[at * 3] = a;
    this.#slots[at * 3 + 1] = b;
    this.#slots[at * 3 + 2] = value;
  }

  #grow(): void {
    const old = this.#slots;
    const count = (this.#mask + 1) * 2;
    this.#slots = blank(count);
    this.#mask = count - 1;
    for (let base = 0; base < old.length; base += 3) {
      const first = old[base] as number;
      if (first !== EMPTY) this.#insert(first, old[base + 1] as number, old[base + 2] as number);
    }
  }
}

function blank(count: number): Int32Array {
  return new Int32Array(count * 3).fill(EMPTY);
}

function hash(a: number, b: number): number {
  const mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b + 0x7f4a7c15, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
