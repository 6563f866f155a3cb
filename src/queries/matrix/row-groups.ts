/** Kernel: the runs of a row, linked by their cells. */

import type { Row } from '../../engine/reach.ts';
import { roomFor, withRoom } from './room.ts';

export class RowGroups {
  /** How many cells the row has, and their numbers in the order of their first runs. */
  count = 0;
  readonly cells: Int32Array;
  /** The numbers that no row before had. */
  readonly fresh: number[] = [];
  /** By the number of a cell: to how many nodes at the other end it leads. */
  sizes: Int32Array<ArrayBuffer>;
  /** By the number of a cell: one more than its first run, and its last run; whether some row had it. */
  first: Int32Array<ArrayBuffer>;
  #last: Int32Array<ArrayBuffer>;
  #seen: Uint8Array<ArrayBuffer>;
  /** By run: one more than the next one with the same cell; 0 where there is none. */
  readonly next: Int32Array;

  readonly #before: Int32Array;

  /** `before`: by class, how many nodes at the other end are in the classes before it. */
  constructor(before: Int32Array) {
    const classes = before.length - 1;
    this.#before = before;
    this.cells = new Int32Array(classes);
    this.next = new Int32Array(classes);
    this.sizes = new Int32Array(roomFor(classes));
    this.first = new Int32Array(roomFor(classes));
    this.#last = new Int32Array(roomFor(classes));
    this.#seen = new Uint8Array(roomFor(classes));
  }

  /** Reads the runs that begin at a class up to `end`. `cells`: beside each, the number of its cell; 0 is left out. */
  read({ firsts, lasts }: Row, cells: Int32Array, end: number): void {
    for (let i = 0; i < this.count; i++) this.first[this.cells[i] as number] = 0;
    if (this.fresh.length > 0) this.fresh.length = 0;
    const most = greatest(cells);
    if (most >= this.first.length) this.#grow(most);
    const [found, first, last, next, seen] = [this.cells, this.first, this.#last, this.next, this.#seen];
    const [sizes, before] = [this.sizes, this.#before];
    let count = 0;
    for (let run = 0; run < cells.length && (firsts[run] as number) <= end; run++) {
      const cell = cells[run] as number;
      if (cell === 0) continue;
      if (first[cell] === 0) {
        sizes[cell] = 0;
        first[cell] = run + 1;
        found[count++] = cell;
        if (seen[cell] === 0) this.fresh.push(cell);
        seen[cell] = 1;
      } else next[last[cell] as number] = run + 1;
      const size = (before[(lasts[run] as number) + 1] as number) - (before[firsts[run] as number] as number);
      sizes[cell] = (sizes[cell] as number) + size;
      last[cell] = run;
      next[run] = 0;
    }
    this.count = count;
  }

  #grow(most: number): void {
    this.sizes = withRoom(this.sizes, most + 1);
    this.first = withRoom(this.first, most + 1);
    this.#last = withRoom(this.#last, most + 1);
    this.#seen = withRoom(this.#seen, most + 1);
  }
}

function greatest(numbers: Int32Array): number {
  let most = 0;
  for (let i = 0; i < numbers.length; i++) if ((numbers[i] as number) > most) most = numbers[i] as number;
  return most;
}
