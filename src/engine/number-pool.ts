/** Kernel: many short lists of numbers in one typed array that grows. */

/** Small numbers take little room, so that more of them are at hand at once. */
export type Numbers = Uint16Array | Uint32Array;

/** Room for some numbers below a limit. */
export function numbersBelow(limit: number, length: number): Numbers {
  return limit <= 65536 ? new Uint16Array(length) : new Uint32Array(length);
}

export function asNumbersBelow(limit: number, given: ArrayLike<number>): Numbers {
  const numbers = numbersBelow(limit, given.length);
  numbers.set(given);
  return numbers;
}

/** Some numbers, none of them negative, in as little room as the largest allows. */
export function narrowed(given: Int32Array): Numbers {
  let largest = 0;
  for (let i = 0; i < given.length; i++) largest = Math.max(largest, given[i] as number);
  return asNumbersBelow(largest + 1, given);
}

export class NumberPool {
  /** It is another one after an `add`. */
  items: Numbers;
  length = 0;
  readonly #limit: number;

  /** Of numbers below `limit`. */
  constructor(limit: number) {
    this.#limit = limit;
    this.items = numbersBelow(limit, 256);
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
    const grown = numbersBelow(this.#limit, Math.max(this.items.length * 2, this.length));
    grown.set(this.items);
    this.items = grown;
  }
}
