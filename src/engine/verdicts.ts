/**
 * Verdicts as numbers: what is surely and what is possibly allowed, interned, with memoised meets and joins. Verdict 0
 * allows nothing, verdict 1 everything.
 */

import type { Cell } from './cell.ts';
import { PairMemo } from './pair-memo.ts';
import { ALL_PORTS, NO_PORTS, type PortSet, type PortSets } from './port-sets.ts';
import { Tuples } from './tuples.ts';

/** The number of a pair of port sets, `must` and `may`; `must` is part of `may`. */
export type VerdictId = number;
export const CLOSED: VerdictId = 0;
export const OPEN: VerdictId = 1;

export class Verdicts {
  readonly #ports: PortSets;
  readonly #pairs = new Tuples();
  readonly #meets = new PairMemo();
  readonly #joins = new PairMemo();
  readonly #cells: Cell[] = [];

  constructor(ports: PortSets) {
    this.#ports = ports;
    this.of(NO_PORTS, NO_PORTS);
    this.of(ALL_PORTS, ALL_PORTS);
  }

  get count(): number {
    return this.#pairs.count;
  }

  of(must: PortSet, may: PortSet): VerdictId {
    return this.#pairs.of([must, may]);
  }

  /** Both must allow. */
  meet(a: VerdictId, b: VerdictId): VerdictId {
    if (a === b || a === CLOSED || b === OPEN) return a;
    if (b === CLOSED || a === OPEN) return b;
    const [low, high] = a < b ? [a, b] : [b, a];
    const known = this.#meets.get(low, high);
    if (known >= 0) return known;
    const [mustA = 0, mayA = 0] = this.#pairs.get(low);
    const [mustB = 0, mayB = 0] = this.#pairs.get(high);
    const result = this.of(this.#ports.intersect(mustA, mustB), this.#ports.intersect(mayA, mayB));
    this.#meets.add(low, high, result);
    return result;
  }

  /** One of them allows: the union over ways. */
  join(a: VerdictId, b: VerdictId): VerdictId {
    if (a === b || b === CLOSED || a === OPEN) return a;
    if (a === CLOSED || b === OPEN) return b;
    const [low, high] = a < b ? [a, b] : [b, a];
    const known = this.#joins.get(low, high);
    if (known >= 0) return known;
    const [mustA = 0, mayA = 0] = this.#pairs.get(low);
    const [mustB = 0, mayB = 0] = this.#pairs.get(high);
    const result = this.of(this.#ports.union(mustA, mustB), this.#ports.union(mayA, mayB));
    this.#joins.add(low, high, result);
    return result;
  }

  /** What a verdict lets through; the same object for equal verdicts. */
  cell(verdict: VerdictId): Cell {
    const known = this.#cells[verdict];
    if (known) return known;
    const [must = 0, may = 0] = this.#pairs.get(verdict);
    const cell = { allow: this.#ports.show(must), unknown: this.#ports.show(this.#ports.subtract(may, must)) };
    this.#cells[verdict] = cell;
    return cell;
  }
}
