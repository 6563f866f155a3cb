/**
 * The cells of rows as a query wants them, by numbers: equal cells have one. Where nothing is cut, the numbers are those
 * of the rows; else each is cut to some connections. Number 0 is the cell of which nothing is left.
 */

import { type ConnectionSet, connectionKey, intersect, isEmpty } from '../../algebra/connection-set.ts';
import { EMPTY_CELL } from '../../engine/cell.ts';
import type { Cell, Reach, Row } from '../../engine/reach.ts';
import { roomFor, withRoom } from './room.ts';

/** What is left of a cell: nothing, what is sure, or also what is unknown. */
export const NOTHING = 0;
export const SURE = 1;
export const DOUBTFUL = 2;

export class CutCells {
  readonly #reach: Reach;
  readonly #connection: ConnectionSet | undefined;
  /** By the number a row has for a cell, ours; and by ours, the cell. */
  readonly #numbers = new Map<number, number>();
  readonly #cells: Cell[] = [EMPTY_CELL];
  readonly #byText = new Map<string, number>();
  /** By our number, what is left: `NOTHING`, `SURE` or `DOUBTFUL`. Of the numbers of rows that were grouped, and such. */
  kinds: Uint8Array<ArrayBuffer>;
  #row = new Int32Array(0);

  /** `connection`: undefined where nothing is cut. */
  constructor(reach: Reach, connection: ConnectionSet | undefined) {
    this.#reach = reach;
    this.#connection = connection;
    this.kinds = new Uint8Array(roomFor(reach.destinations.members.length));
  }

  /** The numbers of the cells of a row's runs, until the next row. */
  of({ cells }: Row): Int32Array {
    if (!this.#connection) return cells;
    if (this.#row.length < cells.length) this.#row = new Int32Array(cells.length * 2);
    for (let run = 0; run < cells.length; run++) this.#row[run] = this.numberOf(cells[run] as number);
    return this.#row.subarray(0, cells.length);
  }

  /** Our number of a cell, by the number a row has for it. */
  numberOf(id: number): number {
    if (!this.#connection) return id;
    const known = this.#numbers.get(id);
    if (known !== undefined) return known;
    const number = this.#cut(this.#reach.cellAt(id), this.#connection);
    this.#numbers.set(id, number);
    return number;
  }

  #cut(cell: Cell, connection: ConnectionSet): number {
    const allow = intersect(cell.allow, connection);
    const unknown = intersect(cell.unknown, connection);
    if (isEmpty(allow) && isEmpty(unknown)) return NOTHING;
    const key = `${connectionKey(allow)} ${connectionKey(unknown)}`;
    const number = this.#byText.get(key) ?? this.#cells.push({ allow, unknown }) - 1;
    this.#byText.set(key, number);
    return number;
  }

  /** The cell that our number means; the same object for the same number. */
  cellOf(number: number): Cell {
    return this.#connection ? (this.#cells[number] as Cell) : this.#reach.cellAt(number);
  }

  /** Tells `kinds` of numbers. */
  learn(numbers: Iterable<number>): void {
    for (const number of numbers) {
      this.kinds = withRoom(this.kinds, number + 1);
      if (number !== NOTHING) this.kinds[number] = isEmpty(this.cellOf(number).unknown) ? SURE : DOUBTFUL;
    }
  }

  /** By the number a row has for it; null where nothing is left. */
  at(id: number): Cell | null {
    const number = this.numberOf(id);
    return number === NOTHING ? null : this.cellOf(number);
  }
}
