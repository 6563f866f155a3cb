/** Kernel: values for some classes while a row is made, and the classes that have one, to be read in ascending order. */

import { emptyBits, setBit } from './bits.ts';

export class ClassMarks {
  readonly values: Int32Array;
  readonly #marks: Uint32Array;
  readonly #marked: Int32Array;

  constructor(classes: number) {
    this.values = new Int32Array(classes);
    this.#marks = emptyBits(classes);
    this.#marked = new Int32Array(classes);
  }

  set(id: number, value: number): void {
    this.values[id] = value;
    setBit(this.#marks, id);
  }

  has(id: number): boolean {
    return ((this.#marks[id >>> 5] as number) & (1 << (id & 31))) !== 0;
  }

  /** The classes that have a value, as a view that holds until the next time; none has one any more. */
  take(): Int32Array {
    const marks = this.#marks;
    const marked = this.#marked;
    let count = 0;
    for (let word = 0; word < marks.length; word++) {
      let rest = marks[word] as number;
      if (rest === 0) continue;
      marks[word] = 0;
      while (rest !== 0) {
        const low = rest & -rest;
        rest ^= low;
        marked[count++] = word * 32 + (31 - Math.clz32(low));
      }
    }
    return marked.subarray(0, count);
  }
}
