/** Kernel: one row while it is being made: verdicts by destination class, joined over ways, read in ascending order. */

import { emptyBits, setBit } from './bits.ts';
import { CLOSED, type VerdictId, type Verdicts } from './verdicts.ts';

export class RowBuffer {
  readonly #verdicts: Verdicts;
  readonly #values: Int32Array;
  /** The classes with a verdict that is not closed. */
  readonly #marks: Uint32Array;
  readonly #classes: Int32Array;
  readonly #cells: Int32Array;

  constructor(classes: number, verdicts: Verdicts) {
    this.#verdicts = verdicts;
    this.#values = new Int32Array(classes).fill(CLOSED);
    this.#marks = emptyBits(classes);
    this.#classes = new Int32Array(classes);
    this.#cells = new Int32Array(classes);
  }

  add(id: number, verdict: VerdictId): void {
    if (verdict === CLOSED) return;
    const old = this.#values[id] as VerdictId;
    this.#values[id] = old === CLOSED ? verdict : this.#verdicts.join(old, verdict);
    setBit(this.#marks, id);
  }

  /** What was added, as views that hold until the next time; the buffer is empty again. */
  take(): { readonly classes: Int32Array; readonly cells: Int32Array } {
    let count = 0;
    const marks = this.#marks;
    for (let word = 0; word < marks.length; word++) {
      let rest = marks[word] as number;
      if (rest === 0) continue;
      marks[word] = 0;
      while (rest !== 0) {
        const low = rest & -rest;
        rest ^= low;
        const id = word * 32 + (31 - Math.clz32(low));
        this.#classes[count] = id;
        this.#cells[count++] = this.#values[id] as VerdictId;
        this.#values[id] = CLOSED;
      }
    }
    return { classes: this.#classes.subarray(0, count), cells: this.#cells.subarray(0, count) };
  }
}
