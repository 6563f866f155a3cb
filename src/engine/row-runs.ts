/**
 * Kernel: a row while it is written, as runs of neighbouring destination classes with one cell. Classes are numbered so
 * that those which general rules treat alike lie side by side: a run costs the same, however many classes it spans.
 */

import { CLOSED, type VerdictId } from './verdicts.ts';

/** The cells of one source class that hold something. The lists hold until the next row is asked for. */
export interface Row {
  readonly source: number;
  /** The first and the last destination class of each run, ascending. */
  readonly firsts: Int32Array;
  readonly lasts: Int32Array;
  /** Beside each run, the cell of its classes, by the number that `cellAt` knows. */
  readonly cells: Int32Array;
}

export class RowRuns {
  readonly #firsts: Int32Array;
  readonly #lasts: Int32Array;
  readonly #cells: Int32Array;
  #count = 0;

  constructor(classes: number) {
    this.#firsts = new Int32Array(classes);
    this.#lasts = new Int32Array(classes);
    this.#cells = new Int32Array(classes);
  }

  /** In ascending order. */
  add(first: number, last: number, cell: VerdictId): void {
    if (cell === CLOSED || last < first) return;
    const before = this.#count - 1;
    if (before >= 0 && this.#cells[before] === cell && this.#lasts[before] === first - 1) {
      this.#lasts[before] = last;
      return;
    }
    this.#firsts[this.#count] = first;
    this.#lasts[this.#count] = last;
    this.#cells[this.#count++] = cell;
  }

  /** What was added, as views that hold until the next time; it is empty again. */
  take(source: number): Row {
    const count = this.#count;
    this.#count = 0;
    return {
      source,
      firsts: this.#firsts.subarray(0, count),
      lasts: this.#lasts.subarray(0, count),
      cells: this.#cells.subarray(0, count),
    };
  }
}
