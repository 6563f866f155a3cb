/** Kernel: a row of one side. A source with several classes, which are its variants, has one row for them as a whole. */

import type { Reach, Row } from '../../engine/reach.ts';
import { type CellTable, EMPTY } from './cell-table.ts';

const NOT_ONE = -1;

export class SideRow {
  readonly #reach: Reach;
  readonly #table: CellTable;
  /** By the reach's number of a cell: the table's, plus one; 0 where it was not asked for. */
  #numbers = new Int32Array(1 << 10);
  readonly #destinations: readonly (readonly number[])[];
  /** Of most destinations the one class. */
  readonly #only: Int32Array;
  #sources: readonly number[] = [];
  /** The row of a source that is of one class; it holds until the next is gone to. */
  single: Row | undefined;
  #isSpread = true;
  /** By destination class: the number of the cell. */
  readonly values: Int32Array;
  /** The first `count` are the destination classes whose cells hold something, in no order. */
  readonly classes: Int32Array;
  count = 0;
  /** By destination class: how many classes of the source have something for it. */
  readonly #shares: Int32Array;

  /** `destinations`: the classes that each is of on this side. */
  constructor(reach: Reach, table: CellTable, destinations: readonly (readonly number[])[]) {
    this.#reach = reach;
    this.#table = table;
    this.#destinations = destinations;
    this.#only = Int32Array.from(destinations, ({ length, 0: id = NOT_ONE }) => (length === 1 ? id : NOT_ONE));
    const size = reach.destinations.members.length;
    this.values = new Int32Array(size).fill(EMPTY);
    this.classes = new Int32Array(size);
    this.#shares = new Int32Array(size);
  }

  /** Goes on to the source that is of these classes; of none where it is not on this side. */
  goTo(sources: readonly number[]): void {
    // Sources that are alike on this side follow each other.
    if (sources.length === this.#sources.length && sources.every((source, i) => source === this.#sources[i])) return;
    this.#sources = sources;
    this.#isSpread = false;
    this.single = sources.length === 1 ? this.#reach.row(sources[0] as number) : undefined;
  }

  /** Writes the row into `values`. */
  spread(): void {
    if (this.#isSpread) return;
    this.#isSpread = true;
    for (let i = 0; i < this.count; i++) this.values[this.classes[i] as number] = EMPTY;
    this.count = 0;
    if (this.single) this.#add(this.single);
    else for (const source of this.#sources) this.#join(this.#reach.row(source));
    for (let i = 0; !this.single && i < this.count; i++) {
      const id = this.classes[i] as number;
      const isShared = this.#shares[id] === this.#sources.length;
      this.#shares[id] = 0;
      if (!isShared) this.values[id] = this.#table.joint(this.values[id] as number, EMPTY);
    }
  }

  #add({ firsts, lasts, cells }: Row): void {
    for (let run = 0; run < cells.length; run++) {
      const value = this.numberOf(cells[run] as number);
      if (value === EMPTY) continue;
      for (let id = firsts[run] as number; id <= (lasts[run] as number); id++) {
        this.values[id] = value;
        this.classes[this.count++] = id;
      }
    }
  }

  #join({ firsts, lasts, cells }: Row): void {
    for (let run = 0; run < cells.length; run++) {
      const value = this.numberOf(cells[run] as number);
      if (value === EMPTY) continue;
      for (let id = firsts[run] as number; id <= (lasts[run] as number); id++) this.#joinCell(id, value);
    }
  }

  #joinCell(id: number, value: number): void {
    const shares = this.#shares[id] as number;
    if (shares === 0) this.classes[this.count++] = id;
    this.#shares[id] = shares + 1;
    this.values[id] = shares === 0 ? value : this.#table.joint(this.values[id] as number, value);
  }

  /** The cell of a destination, by its position, once the row is spread. */
  of(destination: number): number {
    const only = this.#only[destination] as number;
    return only === NOT_ONE ? this.#whole(this.#destinations[destination] ?? []) : (this.values[only] as number);
  }

  #whole([first, ...rest]: readonly number[]): number {
    if (first === undefined) return EMPTY;
    const cellOf = (id: number) => this.values[id] as number;
    return rest.reduce((whole, id) => this.#table.joint(whole, cellOf(id)), cellOf(first));
  }

  /** The table's number for the reach's number of a cell. */
  numberOf(id: number): number {
    const known = id < this.#numbers.length ? (this.#numbers[id] as number) : 0;
    return known > 0 ? known - 1 : this.#learn(id);
  }

  #learn(id: number): number {
    if (id >= this.#numbers.length) {
      const grown = new Int32Array(Math.max(id + 1, this.#numbers.length * 2));
      grown.set(this.#numbers);
      this.#numbers = grown;
    }
    const number = this.#table.numberOf(this.#reach.cellAt(id));
    this.#numbers[id] = number + 1;
    return number;
  }
}
