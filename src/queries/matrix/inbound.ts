/**
 * What outside addresses may send, as runs of each destination class. The line of addresses is walked from end to end,
 * a row at a time: a run of a destination ends where its cell changes, so that no more is kept than where each began.
 */

import { classCells } from '../../engine/class-cells.ts';
import type { Cell, Reach } from '../../engine/reach.ts';
import type { CutCells } from './cut-cells.ts';
import type { OutsideLine, Run } from './outside-line.ts';

/** The part of a row that is asked for, destinations ascending. */
interface HeldRow {
  readonly destinations: readonly number[];
  readonly cells: readonly Cell[];
}

const NOTHING: HeldRow = { destinations: [], cells: [] };
/** So many rows are kept: one class of addresses is often all around the others. */
const KEPT = 8;

export interface InboundRun extends Run {
  readonly destination: number;
}

export class Inbound {
  readonly #reach: Reach;
  readonly #cells: CutCells;
  readonly #isAsked: (destination: number) => boolean;
  readonly #kept = new Map<number, HeldRow>();
  /** By destination class: the position where its run began. */
  readonly #since: Int32Array;

  constructor(reach: Reach, cells: CutCells, isAsked: (destination: number) => boolean) {
    this.#reach = reach;
    this.#cells = cells;
    this.#isAsked = isAsked;
    this.#since = new Int32Array(reach.destinations.members.length);
  }

  *runs(line: OutsideLine): Generator<InboundRun> {
    let row = NOTHING;
    for (const [position, node] of line.nodes.entries()) {
      if (!line.continues(position)) {
        yield* this.#change(row, NOTHING, position);
        row = NOTHING;
      }
      const next = this.#row(this.#reach.sources.classOf[node] ?? -1);
      yield* this.#change(row, next, position);
      row = next;
    }
    yield* this.#change(row, NOTHING, line.nodes.length);
  }

  /** Ends the runs that do not go on at a position, and begins those that do not come from before it. */
  *#change(before: HeldRow, after: HeldRow, position: number): Generator<InboundRun> {
    if (before === after) return;
    let [b, a] = [0, 0];
    while (b < before.cells.length || a < after.cells.length) {
      const [from = Number.POSITIVE_INFINITY, to = Number.POSITIVE_INFINITY] = [
        before.destinations[b],
        after.destinations[a],
      ];
      const destination = Math.min(from, to);
      const cell = from === destination ? before.cells[b++] : undefined;
      const next = to === destination ? after.cells[a++] : undefined;
      if (cell === next) continue;
      if (cell) yield { destination, first: this.#since[destination] as number, last: position - 1, cell };
      this.#since[destination] = position;
    }
  }

  #row(source: number): HeldRow {
    const known = this.#kept.get(source);
    if (known) this.#kept.delete(source);
    const row = known ?? this.#ask(source);
    this.#kept.set(source, row);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= KEPT) break;
      this.#kept.delete(oldest);
    }
    return row;
  }

  #ask(source: number): HeldRow {
    const held = { destinations: [] as number[], cells: [] as Cell[] };
    const { destinations, cells } = classCells(this.#reach.row(source));
    for (let i = 0; i < cells.length; i++) {
      const cell = this.#cells.at(cells[i] as number);
      if (cell === null || !this.#isAsked(destinations[i] as number)) continue;
      held.destinations.push(destinations[i] as number);
      held.cells.push(cell);
    }
    return held;
  }
}
