/** Kernel: many short lists of numbers in one typed array that grows. */

export class NumberPool {
  /** It is another one after an `add`. */
  items: Uint16Array | Uint32Array;
  length = 0;

  /** Of numbers below `limit`. */
  constructor(limit: number) {
    this.items = limit <= 65536 ? new Uint16Array(256) : new Uint32Array(256);
  }

  /** The bytes of a number. */
  get width(): number {
    return this.items.BYTES_PER_ELEMENT;
  }

  /** Adds the first `length` of some numbers; gives back where they begin. */
  add(numbers: ArrayLike<number>, length: number): number {
    const start = this.length;
    this.length += length;
    if (this.length > this.items.length) this.#grow();
    for (let i = 0; i < length; i++) this.items[start + i] = numbers[i] as number;
    return start;
  }

  #grow(): void {
    const room = Math.max(this.items.length * 2, this.length);
    const grown = this.items instanceof Uint16Array ? new Uint16Array(room) : new Uint32Array(room);
    grown.set(this.items);
    this.items = grown;
  }
}
