/** Kernel: the runs of a row, linked by their cells. */

import type { Row } from '../../engine/reach.ts';
import type { CutCells } from './cut-cells.ts';
import { roomFor, withRoom } from './room.ts';

/** No row had the cell so far. */
const NEVER = -1;

export class RowGroups {
  /** How many cells the row has, and their numbers in the order of their first runs. */
  count = 0;
  readonly cells: Int32Array;
  /** The numbers that no row before had. */
  readonly fresh: number[] = [];
  /** To how many nodes at the other end the row leads, and of those, to how many with something unknown. */
  peers = 0;
  doubtful = 0;
  /** By the number of a cell: one more than its first run in the row, and its last run. */
  first: Int32Array<ArrayBuffer>;
  #last: Int32Array<ArrayBuffer>;
  /** By run: one more than the next one with the same cell; 0 where there is none. */
  readonly next: Int32Array;
  readonly #cut: CutCells;
  readonly #before: Int32Array;

  /** `before`: by class, how many nodes at the other end are in the classes before it. */
  constructor(cut: CutCells, before: Int32Array) {
    const classes = before.length - 1;
    this.#cut = cut;
    this.#before = before;
    this.cells = new Int32Array(classes);
    this.next = new Int32Array(classes);
    this.first = new Int32Array(roomFor(classes)).fill(NEVER);
    this.#last = new Int32Array(roomFor(classes));
  }

  /** Reads the runs that begin at a class up to `end`. `cells`: beside each, the number of its cell; 0 is left out. */
  read({ firsts, lasts }: Row, cells: Int32Array, end: number): void {
    for (let i = 0; i < this.count; i++) this.first[this.cells[i] as number] = 0;
    const runs = firstAfter(firsts, end);
    this.#meet(cells, runs);
    const [found, first, last, next, before] = [this.cells, this.first, this.#last, this.next, this.#before];
    const { kinds } = this.#cut;
    let [count, peers, doubtful] = [0, 0, 0];
    for (let run = 0; run < runs; run++) {
      const cell = cells[run] as number;
      if (cell === 0) continue;
      if (first[cell] === 0) {
        first[cell] = run + 1;
        found[count++] = cell;
      } else next[last[cell] as number] = run + 1;
      last[cell] = run;
      next[run] = 0;
      const size = (before[(lasts[run] as number) + 1] as number) - (before[firsts[run] as number] as number);
      peers += size;
      // The kinds are 1 and 2. Which comes cannot be foreseen: nothing is asked.
      doubtful += size & -((kinds[cell] as number) >> 1);
    }
    this.count = count;
    this.peers = peers;
    this.doubtful = doubtful;
  }

  /** Makes room for the cells of a row, and learns of those that no row had. */
  #meet(cells: Int32Array, runs: number): void {
    if (this.fresh.length > 0) this.fresh.length = 0;
    for (let run = 0; run < runs; run++) {
      const cell = cells[run] as number;
      if (cell >= this.first.length) this.#grow(cell + 1);
      if (this.first[cell] !== NEVER) continue;
      this.first[cell] = 0;
      if (cell !== 0) this.fresh.push(cell);
    }
    if (this.fresh.length > 0) this.#cut.learn(this.fresh);
  }

  #grow(length: number): void {
    const known = this.first.length;
    this.first = withRoom(this.first, length).fill(NEVER, known);
    this.#last = withRoom(this.#last, length);
  }
}

/** How many of the ascending numbers are no greater than `end`. */
function firstAfter(numbers: Int32Array, end: number): number {
  let count = numbers.length;
  while (count > 0 && (numbers[count - 1] as number) > end) count--;
  return count;
}
