/** Kernel: the runs of a row, linked by their cells. */

import type { Row } from '../../engine/reach.ts';

const NONE = -1;

export class RowGroups {
  /** How many cells the row has, and their numbers in the order of their first runs. */
  count = 0;
  cells = new Int32Array(64);
  /** By the number of a cell: its first run and its last. */
  first = new Int32Array(1024).fill(NONE);
  #last = new Int32Array(1024);
  /** By run: the next one with the same cell; -1 where there is none. */
  readonly next: Int32Array;

  constructor(classes: number) {
    this.next = new Int32Array(classes);
  }

  /** Reads the runs that begin at a class up to `end`. `cells`: beside each, the number of its cell; 0 is left out. */
  read({ firsts }: Row, cells: Int32Array, end: number): void {
    for (let i = 0; i < this.count; i++) this.first[this.cells[i] as number] = NONE;
    this.#makeRoom(cells);
    const [found, first, last, next] = [this.cells, this.first, this.#last, this.next];
    let count = 0;
    for (let run = 0; run < cells.length && (firsts[run] as number) <= end; run++) {
      const cell = cells[run] as number;
      if (cell === 0) continue;
      if (first[cell] === NONE) {
        first[cell] = run;
        found[count++] = cell;
      } else next[last[cell] as number] = run;
      last[cell] = run;
      next[run] = NONE;
    }
    this.count = count;
  }

  #makeRoom(cells: Int32Array): void {
    let most = 0;
    for (let run = 0; run < cells.length; run++) if ((cells[run] as number) > most) most = cells[run] as number;
    if (most >= this.first.length) {
      this.first = new Int32Array(most * 2).fill(NONE);
      this.#last = new Int32Array(most * 2);
    }
    if (cells.length > this.cells.length) this.cells = new Int32Array(cells.length * 2);
  }
}
