/**
 * Verdicts as numbers: what is surely and what is possibly allowed, interned, with memoised meets and joins. Verdict 0
 * allows nothing, verdict 1 everything.
 */

import type { Cell } from './cell.ts';
import { PairMemo } from './pair-memo.ts';
import { ALL_PORTS, NO_PORTS, type PortSet, type PortSets } from './port-sets.ts';

/** The number of a pair of port sets, `must` and `may`; `must` is part of `may`. */
export type VerdictId = number;
export const CLOSED: VerdictId = 0;
export const OPEN: VerdictId = 1;

export class Verdicts {
  readonly #ports: PortSets;
  readonly #ids = new PairMemo();
  readonly #must: PortSet[] = [];
  readonly #may: PortSet[] = [];
  readonly #meets = new PairMemo();
  readonly #joins = new PairMemo();
  readonly #cells: Cell[] = [];

  constructor(ports: PortSets) {
    this.#ports = ports;
    this.of(NO_PORTS, NO_PORTS);
    this.of(ALL_PORTS, ALL_PORTS);
  }

  get count(): number {
    return this.#must.length;
  }

  of(must: PortSet, may: PortSet): VerdictId {
    const known = this.#ids.get(must, may);
    if (known >= 0) return known;
    this.#ids.add(must, may, this.#must.length);
    this.#may.push(may);
    return this.#must.push(must) - 1;
  }

  /** Both must allow. */
  meet(a: VerdictId, b: VerdictId): VerdictId {
    if (a === b || a === CLOSED || b === OPEN) return a;
    if (b === CLOSED || a === OPEN) return b;
    if (this.#ports.areApart(this.#may[a] as PortSet, this.#may[b] as PortSet)) return CLOSED;
    return a < b ? this.#meet(a, b) : this.#meet(b, a);
  }

  #meet(low: VerdictId, high: VerdictId): VerdictId {
    const known = this.#meets.get(low, high);
    if (known >= 0) return known;
    const must = this.#ports.intersect(this.#must[low] as PortSet, this.#must[high] as PortSet);
    const may = this.#ports.intersect(this.#may[low] as PortSet, this.#may[high] as PortSet);
    const result = this.of(must, may);
    this.#meets.add(low, high, result);
    return result;
  }

  /** One of them allows: the union over ways. */
  join(a: VerdictId, b: VerdictId): VerdictId {
    if (a === b || b === CLOSED || a === OPEN) return a;
    if (a === CLOSED || b === OPEN) return b;
    return a < b ? this.#join(a, b) : this.#join(b, a);
  }

  #join(low: VerdictId, high: VerdictId): VerdictId {
    const known = this.#joins.get(low, high);
    if (known >= 0) return known;
    const must = this.#ports.union(this.#must[low] as PortSet, this.#must[high] as PortSet);
    const may = this.#ports.union(this.#may[low] as PortSet, this.#may[high] as PortSet);
    const result = this.of(must, may);
    this.#joins.add(low, high, result);
    return result;
  }

  /** What a verdict lets through; the same object for equal verdicts. */
  cell(verdict: VerdictId): Cell {
    const known = this.#cells[verdict];
    if (known) return known;
    const [must, may] = [this.#must[verdict] as PortSet, this.#may[verdict] as PortSet];
    const cell = { allow: this.#ports.show(must), unknown: this.#ports.show(this.#ports.subtract(may, must)) };
    this.#cells[verdict] = cell;
    return cell;
  }
}
