/** The matrix, row by row: what a source class may send to every destination class, over all ways together. */

import type { Node } from './node.ts';
import type { Targets } from './openings.ts';
import type { Ends, ReachWay } from './reach-way.ts';
import { RowBuffer } from './row-buffer.ts';
import { type Row, RowRuns } from './row-runs.ts';
import type { Shared } from './shared.ts';
import { StackRows } from './stack-rows.ts';
import { CLOSED, type VerdictId } from './verdicts.ts';

export class Rows {
  readonly #ends: Ends;
  readonly #shared: Shared & { readonly targets: Targets };
  /** Ways by which entry controllers send, and by which all others do. */
  readonly #entries: readonly (ReachWay & { readonly rows: StackRows })[];
  readonly #direct: readonly (ReachWay & { readonly rows: StackRows })[];
  readonly #runs: RowRuns;
  readonly #buffer: RowBuffer;
  /** What the openings of each way lead to, by destination class. */
  readonly #opened = new Map<ReachWay, Map<number, VerdictId>>();

  constructor(ends: Ends, ways: readonly ReachWay[], shared: Shared & { readonly targets: Targets }) {
    this.#ends = ends;
    this.#shared = shared;
    const stacks = [...new Set(ways.map(({ tables }) => tables))];
    const made = new Map(
      stacks.map((tables) => [tables, new StackRows(tables, ends.spaces, ends.sources, shared.verdicts)]),
    );
    const all = ways.map((way) => ({ ...way, rows: made.get(way.tables) as StackRows }));
    this.#entries = all.filter(({ way }) => way.via === 'entry');
    this.#direct = all.filter(({ way }) => way.via !== 'entry');
    this.#runs = new RowRuns(ends.destinations.members.length);
    this.#buffer = new RowBuffer(ends.destinations.members.length, shared.verdicts);
  }

  row(source: number): Row {
    const isEntry = this.#nodeOf(source)?.kind === 'entry';
    const ways = isEntry ? this.#entries : this.#direct;
    const only = ways[0];
    if (only && ways.length === 1 && !isEntry) only.rows.write(source, this.#runs);
    else {
      for (const sides of ways) {
        if (isEntry) this.#addOpened(source, sides);
        else this.#addWay(source, sides);
      }
      this.#buffer.write(this.#runs);
    }
    return this.#runs.take(source);
  }

  cell(source: number, destination: number): VerdictId {
    const isEntry = this.#nodeOf(source)?.kind === 'entry';
    let cell = CLOSED;
    for (const sides of isEntry ? this.#entries : this.#direct) {
      const policies = sides.rows.cell(source, destination);
      const opened = isEntry ? (this.#openedBy(sides).get(destination) ?? CLOSED) : policies;
      cell = this.#shared.verdicts.join(cell, this.#shared.verdicts.meet(policies, opened));
    }
    return cell;
  }

  #nodeOf(source: number): Node | undefined {
    return this.#shared.nodes[this.#ends.sources.members[source]?.[0] ?? -1];
  }

  #addWay(source: number, { rows }: { readonly rows: StackRows }): void {
    rows.write(source, this.#runs);
    this.#buffer.addRow(this.#runs.take(source));
  }

  #addOpened(source: number, sides: ReachWay & { readonly rows: StackRows }): void {
    for (const [destination, verdict] of this.#openedBy(sides)) {
      this.#buffer.add(destination, this.#shared.verdicts.meet(sides.rows.cell(source, destination), verdict));
    }
  }

  #openedBy(sides: ReachWay): Map<number, VerdictId> {
    const known = this.#opened.get(sides);
    if (known) return known;
    const openings = sides.way.via === 'entry' ? sides.way.openings : [];
    const made = this.#shared.targets.byClass(openings, this.#ends.destinations, this.#shared);
    this.#opened.set(sides, made);
    return made;
  }
}
