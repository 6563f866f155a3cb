/** The part of a matrix that a query asks for, row by row: only the pairs that are asked for are ever made. */

import type { Cell, Reach, Row } from '../../engine/reach.ts';
import { CutCells } from './cut-cells.ts';
import { areOneWorkload, type End, NamedEnds } from './ends.ts';
import { Inbound, type InboundRun } from './inbound.ts';
import { OutsideLine, type Run } from './outside-line.ts';
import type { MatrixQuery } from './query.ts';
import { RoleSums } from './role-sums.ts';
import { RowGroups } from './row-groups.ts';
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
  /** The first destination class of outside addresses. */
  readonly firstOutside: number;
  /** How many nodes of each role there are in neighbouring destination classes. */
  readonly sums: RoleSums;
  readonly #groups: RowGroups;
  #grouped: Row | undefined;
  /** Of the last row that was looked at. */
  #outbound: OutsidePart & { readonly runs: readonly Run[] } = {
    firsts: new Int32Array(0),
    lasts: new Int32Array(0),
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
    this.sums = new RoleSums(this.scope.destinations);
    this.#groups = new RowGroups(this.cells, this.sums.peers);
    // Classes are numbered by their first nodes, and those of endpoints come before outside addresses.
    const first = reach.destinations.classOf[this.line.nodes[0] ?? -1];
    this.firstOutside = first ?? reach.destinations.members.length;
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
    for (let source = 0; source < sources.members.length; source++) {
      const first = sources.members[source]?.[0] ?? -1;
      const isAsked = nodes[first]?.kind === 'outside' ? this.query.external : this.scope.asksFrom(source);
      if (isAsked) yield this.reach.row(source);
    }
  }

  /** The runs of a row that are asked for, by their cells, until the next row. */
  groupsOf(row: Row): RowGroups {
    if (this.#grouped === row) return this.#groups;
    this.#grouped = row;
    this.#groups.read(row, this.cells.of(row), this.lastAsked);
    return this.#groups;
  }

  /** Whether a destination class is one of outside addresses. */
  isOutside(destination: number): boolean {
    return destination >= this.firstOutside;
  }

  /** The last destination class that is asked for, as far as outside addresses are. */
  get lastAsked(): number {
    return this.query.external ? this.reach.destinations.members.length - 1 : this.firstOutside - 1;
  }

  /** How many cells of a row hold something of what is asked for; a focus within the classes is not looked at. */
  cellsIn({ firsts, lasts, cells }: Row): number {
    let count = 0;
    for (let run = 0; run < cells.length; run++) {
      const size = Math.min(lasts[run] as number, this.lastAsked) - (firsts[run] as number) + 1;
      if (size > 0 && this.cells.at(cells[run] as number)) count += size;
    }
    return count;
  }

  *pairs(): Generator<Pair> {
    for (const row of this.rows()) yield* this.pairsOf(row);
    for (const run of this.inbound()) yield* this.pairsInto(run);
  }

  *pairsOf(row: Row): Generator<Pair> {
    const { source, firsts, lasts, cells } = row;
    for (let run = 0; run < cells.length; run++) {
      const cell = this.cells.at(cells[run] as number);
      const last = lasts[run] as number;
      for (let destination = firsts[run] as number; cell && destination <= last; destination++) {
        if (this.scope.asks(source, destination)) yield* this.#inside(source, destination, cell);
      }
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
  outbound({ firsts, lasts, cells }: Row): readonly Run[] {
    let at = cells.length;
    while (at > 0 && this.isOutside(lasts[at - 1] as number)) at--;
    const part = { firsts: firsts.slice(at), lasts: lasts.slice(at), cells: cells.slice(at) };
    if (at < cells.length) part.firsts[0] = Math.max(part.firsts[0] as number, this.firstOutside);
    if (!isSame(part, this.#outbound)) this.#outbound = { ...part, runs: this.#runsOf(part) };
    return this.#outbound.runs;
  }

  #runsOf({ firsts, lasts, cells }: OutsidePart): Run[] {
    if (cells.length === 0) return [];
    const cellOf: (Cell | null)[] = [];
    for (const [run, id] of cells.entries()) {
      for (let of = firsts[run] as number; of <= (lasts[run] as number); of++) cellOf[of] = this.cells.at(id);
    }
    const { classOf } = this.reach.destinations;
    return [...this.line.runs((node) => cellOf[classOf[node] as number] ?? null)];
  }

  /** The runs of outside addresses that may send something to a destination class that is asked about. */
  inbound(): Generator<InboundRun> {
    const isAsked = (destination: number) => this.scope.fromOutside(destination).length > 0;
    return this.fromOutside().runs(isAsked);
  }

  /** What outside addresses may send to whomever. */
  fromOutside(): Inbound {
    return new Inbound(this.reach, this.cells, this.line);
  }

  *pairsInto({ destination, ...run }: InboundRun): Generator<Pair> {
    const from = this.line.end(run);
    for (const node of this.scope.fromOutside(destination)) yield { from, to: this.#ends.at(node), ...run.cell };
  }
}

/** The end of a row, where it is about outside addresses. */
type OutsidePart = Pick<Row, 'firsts' | 'lasts' | 'cells'>;

function isSame(a: OutsidePart, b: OutsidePart): boolean {
  if (a.cells.length !== b.cells.length) return false;
  return a.cells.every((cell, i) => cell === b.cells[i] && a.firsts[i] === b.firsts[i] && a.lasts[i] === b.lasts[i]);
}
