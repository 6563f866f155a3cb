/** The cells of rows as a query wants them, cut to some connections; the same object for equal cells. */

import { type ConnectionSet, connectionKey, intersect, isEmpty } from '../../algebra/connection-set.ts';
import type { Cell, Reach } from '../../engine/reach.ts';

/** What is left of a cell: nothing, what is sure, or also what is unknown. */
export const NOTHING = 0;
export const SURE = 1;
export const DOUBTFUL = 2;

export class CutCells {
  readonly #reach: Reach;
  readonly #connection: ConnectionSet | undefined;
  readonly #known: (Cell | null)[] = [];
  readonly #kinds: number[] = [];
  readonly #numbers: number[] = [];
  readonly #numberOf = new Map<Cell, number>();
  readonly #byText = new Map<string, Cell>();

  /** `connection`: undefined where nothing is cut. */
  constructor(reach: Reach, connection: ConnectionSet | undefined) {
    this.#reach = reach;
    this.#connection = connection;
  }

  /** By the number a row has for it; null where nothing is left. */
  at(id: number): Cell | null {
    const known = this.#known[id];
    if (known !== undefined) return known;
    const made = this.#cut(this.#reach.cellAt(id));
    this.#known[id] = made;
    return made;
  }

  /** `NOTHING`, `SURE` or `DOUBTFUL`. */
  kind(id: number): number {
    const known = this.#kinds[id];
    if (known !== undefined) return known;
    const cell = this.at(id);
    const kind = cell === null ? NOTHING : isEmpty(cell.unknown) ? SURE : DOUBTFUL;
    this.#kinds[id] = kind;
    return kind;
  }

  /** Equal for numbers with equal cells; 0 where nothing is left. */
  numberOf(id: number): number {
    const known = this.#numbers[id];
    if (known !== undefined) return known;
    const cell = this.at(id);
    const number = cell === null ? 0 : (this.#numberOf.get(cell) ?? this.#numberOf.size + 1);
    if (cell !== null) this.#numberOf.set(cell, number);
    this.#numbers[id] = number;
    return number;
  }

  #cut(cell: Cell): Cell | null {
    if (!this.#connection) return cell;
    const allow = intersect(cell.allow, this.#connection);
    const unknown = intersect(cell.unknown, this.#connection);
    if (isEmpty(allow) && isEmpty(unknown)) return null;
    const key = `${connectionKey(allow)} ${connectionKey(unknown)}`;
    const made = this.#byText.get(key) ?? { allow, unknown };
    this.#byText.set(key, made);
    return made;
  }
}
