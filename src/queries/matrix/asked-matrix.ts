/** The part of a matrix that a query asks for, row by row: only the pairs that are asked for are ever made. */

import type { Cell, Reach, Row } from '../../engine/reach.ts';
import { CutCells } from './cut-cells.ts';
import { areOneWorkload, type End, NamedEnds } from './ends.ts';
import { Inbound, type InboundRun } from './inbound.ts';
import { OutsideLine, type Run } from './outside-line.ts';
import type { MatrixQuery } from './query.ts';
import { Scope } from './scope.ts';

export interface Pair extends Cell {
  readonly from: End;
  readonly to: End;
}

export class AskedMatrix {
  readonly reach: Reach;
  readonly query: MatrixQuery;
  readonly scope: Scope;
  readonly cells: CutCells;
  readonly line: OutsideLine;
  readonly #ends: NamedEnds;
  readonly #firstOutside: number;
  /** Of the last row that was looked at. */
  #outbound: OutsidePart & { readonly runs: readonly Run[] } = {
    destinations: new Int32Array(0),
    cells: new Int32Array(0),
    runs: [],
  };

  constructor(reach: Reach, query: MatrixQuery) {
    this.reach = reach;
    this.query = query;
    this.scope = new Scope(reach, query);
    this.cells = new CutCells(reach, query.connection);
    this.line = new OutsideLine(reach);
    this.#ends = new NamedEnds(reach);
    // Classes are numbered by their first nodes, and those of endpoints come before outside addresses.
    const first = reach.destinations.classOf[this.line.nodes[0] ?? -1];
    this.#firstOutside = first ?? reach.destinations.members.length;
  }

  /** The rows that may hold something, without those of outside addresses; each holds until the next. */
  *rows(): Generator<Row> {
    for (const source of this.reach.sources.members.keys()) {
      if (this.scope.asksFrom(source)) yield this.reach.row(source);
    }
  }

  /** The same with those of outside addresses, where they are asked for, in the order of their numbers. */
  *everyRow(): Generator<Row> {
    const { nodes, sources } = this.reach;
    for (const [source, [first = -1]] of sources.members.entries()) {
      const isAsked = nodes[first]?.kind === 'outside' ? this.query.external : this.scope.asksFrom(source);
      if (isAsked) yield this.reach.row(source);
    }
  }

  /** Whether a destination class is one of outside addresses. */
  isOutside(destination: number): boolean {
    return destination >= this.#firstOutside;
  }

  /** How many cells of a row hold something of what is asked for; a focus within the classes is not looked at. */
  cellsIn({ destinations, cells }: Row): number {
    let count = 0;
    for (let i = 0; i < cells.length; i++) {
      if (!this.query.external && this.isOutside(destinations[i] as number)) break;
      if (this.cells.at(cells[i] as number)) count++;
    }
    return count;
  }

  *pairs(): Generator<Pair> {
    for (const row of this.rows()) yield* this.pairsOf(row);
    for (const run of this.inbound()) yield* this.pairsInto(run);
  }

  *pairsOf(row: Row): Generator<Pair> {
    const { source, destinations, cells } = row;
    for (let i = 0; i < cells.length; i++) {
      const destination = destinations[i] as number;
      if (!this.scope.asks(source, destination)) continue;
      const cell = this.cells.at(cells[i] as number);
      if (cell) yield* this.#inside(source, destination, cell);
    }
    const sources = this.scope.toOutside(source);
    if (sources.length === 0) return;
    for (const run of this.outbound(row)) {
      const to = this.line.end(run);
      for (const node of sources) yield { from: this.#ends.at(node), to, ...run.cell };
    }
  }

  *#inside(source: number, destination: number, cell: Cell): Generator<Pair> {
    for (const [f, t] of this.scope.pairs(source, destination)) {
      const [from, to] = [this.#ends.at(f), this.#ends.at(t)];
      if (this.query.self || !areOneWorkload(from, to)) yield { from, to, ...cell };
    }
  }

  /** The runs of outside addresses of a row; the next row often has the same. */
  outbound({ destinations, cells }: Row): readonly Run[] {
    let at = cells.length;
    while (at > 0 && this.isOutside(destinations[at - 1] as number)) at--;
    const part = { destinations: destinations.slice(at), cells: cells.slice(at) };
    if (!isSame(part, this.#outbound)) this.#outbound = { ...part, runs: this.#runsOf(part) };
    return this.#outbound.runs;
  }

  #runsOf({ destinations, cells }: OutsidePart): Run[] {
    if (cells.length === 0) return [];
    const first = this.#firstOutside;
    const cellOf: (Cell | null)[] = [];
    for (const [i, id] of cells.entries()) cellOf[(destinations[i] as number) - first] = this.cells.at(id);
    const { classOf } = this.reach.destinations;
    return [...this.line.runs((node) => cellOf[(classOf[node] as number) - first] ?? null)];
  }

  /** The runs of outside addresses that may send something to a destination class that is asked about. */
  inbound(): Generator<InboundRun> {
    const isAsked = (destination: number) => this.scope.fromOutside(destination).length > 0;
    return new Inbound(this.reach, this.cells, isAsked).runs(this.line);
  }

  *pairsInto({ destination, ...run }: InboundRun): Generator<Pair> {
    const from = this.line.end(run);
    for (const node of this.scope.fromOutside(destination)) yield { from, to: this.#ends.at(node), ...run.cell };
  }
}

/** The end of a row, where it is about outside addresses. */
type OutsidePart = Pick<Row, 'destinations' | 'cells'>;

function isSame(a: OutsidePart, b: OutsidePart): boolean {
  if (a.cells.length !== b.cells.length) return false;
  return a.cells.every((cell, i) => cell === b.cells[i] && a.destinations[i] === b.destinations[i]);
}
