/**
 * The cells of both sides as numbers, cut to the connections that are asked for: equal cells have equal numbers, on
 * whichever side they are, so that comparing is free.
 */

import type { ConnectionSet } from '../../algebra/connection-set.ts';
import { PairMemo } from '../../engine/pair-memo.ts';
import type { Cell } from '../../engine/reach.ts';
import { cellKey, cutCell, jointCell, NOTHING } from './joint-cell.ts';

/** The number of the cell that holds nothing. */
export const EMPTY = 0;

export class CellTable {
  readonly #connection: ConnectionSet | undefined;
  readonly #cells: Cell[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #joint = new PairMemo();

  constructor(connection: ConnectionSet | undefined) {
    this.#connection = connection;
    this.#intern(NOTHING);
  }

  numberOf(cell: Cell): number {
    return this.#intern(this.#connection ? cutCell(cell, this.#connection) : cell);
  }

  /** The same object for equal numbers. */
  cell(number: number): Cell {
    return this.#cells[number] ?? NOTHING;
  }

  /** The cell of two parts together. */
  joint(a: number, b: number): number {
    if (a === b) return a;
    const [low, high] = a < b ? [a, b] : [b, a];
    const known = this.#joint.get(low, high);
    if (known >= 0) return known;
    const result = this.#intern(jointCell(this.cell(low), this.cell(high)));
    this.#joint.add(low, high, result);
    return result;
  }

  #intern(cell: Cell): number {
    const key = cellKey(cell);
    const number = this.#numbers.get(key) ?? this.#cells.length;
    if (number === this.#cells.length) {
      this.#cells.push(cell);
      this.#numbers.set(key, number);
    }
    return number;
  }
}
