/** The matrix, row by row: what a source class may send to every destination class, over all ways together. */

import type { Classes } from './classes.ts';
import type { Node } from './node.ts';
import type { Targets } from './openings.ts';
import { RowBuffer } from './row-buffer.ts';
import type { Shared } from './side-rows.ts';
import { StackRows } from './stack-rows.ts';
import { CLOSED, type VerdictId } from './verdicts.ts';
import type { WaySides } from './way-sides.ts';

/** The cells of one source class that hold something. The lists hold until the next row is asked for. */
export interface Row {
  readonly source: number;
  /** Destination classes, ascending. */
  readonly destinations: Int32Array;
  /** Beside each, its cell, by the number that `cellAt` knows. */
  readonly cells: Int32Array;
}

interface Ends {
  readonly sources: Classes;
  readonly destinations: Classes;
}

export class Rows {
  readonly #ends: Ends;
  readonly #shared: Shared & { readonly targets: Targets };
  readonly #ways: readonly (WaySides & { readonly rows: StackRows })[];
  readonly #buffer: RowBuffer;
  /** What the openings of each way lead to, by destination class. */
  readonly #opened = new Map<WaySides, Map<number, VerdictId>>();

  constructor(ends: Ends, ways: readonly WaySides[], shared: Shared & { readonly targets: Targets }) {
    this.#ends = ends;
    this.#shared = shared;
    const rows = new Map(ways.map(({ egress, ingress }) => [egress, { egress, ingress }]));
    const made = new Map([...rows].map(([key, sides]) => [key, new StackRows(sides, shared, ends)]));
    this.#ways = ways.map((way) => ({ ...way, rows: made.get(way.egress) as StackRows }));
    this.#buffer = new RowBuffer(ends.destinations.members.length, shared.verdicts);
  }

  row(source: number): Row {
    const isEntry = this.#nodeOf(source)?.kind === 'entry';
    for (const sides of this.#ways) {
      if ((sides.way.via === 'entry') !== isEntry) continue;
      if (isEntry) this.#addOpened(source, sides);
      else sides.rows.add(source, this.#buffer);
    }
    const { classes, cells } = this.#buffer.take();
    return { source, destinations: classes, cells };
  }

  cell(source: number, destination: number): VerdictId {
    const isEntry = this.#nodeOf(source)?.kind === 'entry';
    let cell = CLOSED;
    for (const sides of this.#ways) {
      if ((sides.way.via === 'entry') !== isEntry) continue;
      const policies = sides.rows.cell(source, destination);
      const opened = isEntry ? (this.#openedBy(sides).get(destination) ?? CLOSED) : policies;
      cell = this.#shared.verdicts.join(cell, this.#shared.verdicts.meet(policies, opened));
    }
    return cell;
  }

  #nodeOf(source: number): Node | undefined {
    return this.#shared.nodes[this.#ends.sources.members[source]?.[0] ?? -1];
  }

  #addOpened(source: number, sides: WaySides & { readonly rows: StackRows }): void {
    for (const [destination, verdict] of this.#openedBy(sides)) {
      this.#buffer.add(destination, this.#shared.verdicts.meet(sides.rows.cell(source, destination), verdict));
    }
  }

  #openedBy(sides: WaySides): Map<number, VerdictId> {
    const known = this.#opened.get(sides);
    if (known) return known;
    const openings = sides.way.via === 'entry' ? sides.way.openings : [];
    const made = this.#shared.targets.byClass(openings, this.#ends.destinations, this.#shared);
    this.#opened.set(sides, made);
    return made;
  }
}
