/**
 * What outside addresses may send, as runs of each destination class. The line of addresses is walked from end to end,
 * a row at a time: a run of a destination ends where its cell changes, so that no more is kept than where each began.
 */

import type { Cell, Reach } from '../../engine/reach.ts';
import { type CutCells, NOTHING } from './cut-cells.ts';
import type { OutsideLine, Run } from './outside-line.ts';
import { rowChanges, type SentRow, type TakeChange } from './row-changes.ts';

const NO_RUNS = new Int32Array(0);
const NO_ROW: SentRow = { firsts: NO_RUNS, lasts: NO_RUNS, numbers: NO_RUNS };
/** So many rows are kept: one class of addresses is often all around the others. */
const KEPT = 8;

export interface InboundRun extends Run {
  readonly destination: number;
}

export class Inbound {
  readonly #reach: Reach;
  readonly #cells: CutCells;
  readonly #line: OutsideLine;
  readonly #kept = new Map<number, SentRow>();

  constructor(reach: Reach, cells: CutCells, line: OutsideLine) {
    this.#reach = reach;
    this.#cells = cells;
    this.#line = line;
  }

  /** Of the destination classes that are asked about. */
  *runs(isAsked: (destination: number) => boolean): Generator<InboundRun> {
    /** By destination class: the position where its run began. */
    const since = new Int32Array(this.#reach.destinations.members.length);
    for (const [position, step] of this.#steps()) {
      const ended: InboundRun[] = [];
      step((first, last, before) => {
        const cell: Cell | undefined = before === NOTHING ? undefined : this.#cells.cellOf(before);
        for (let destination = first; destination <= last; destination++) {
          if (!isAsked(destination)) continue;
          if (cell) ended.push({ destination, first: since[destination] as number, last: position - 1, cell });
          since[destination] = position;
        }
      });
      yield* ended;
    }
  }

  /** Tells of every place of the line where neighbouring destination classes are sent something else than before it. */
  eachChange(take: TakeChange): void {
    for (const [, step] of this.#steps()) step(take);
  }

  /** Position by position, what changes there. */
  *#steps(): Generator<readonly [position: number, step: (take: TakeChange) => void]> {
    let row = NO_ROW;
    for (const [position, node] of this.#line.nodes.entries()) {
      if (!this.#line.continues(position)) {
        yield [position, changesOf(row, NO_ROW)];
        row = NO_ROW;
      }
      const next = this.#row(this.#reach.sources.classOf[node] ?? -1);
      yield [position, changesOf(row, next)];
      row = next;
    }
    yield [this.#line.nodes.length, changesOf(row, NO_ROW)];
  }

  #row(source: number): SentRow {
    const known = this.#kept.get(source);
    if (known) this.#kept.delete(source);
    const row = known ?? this.#ask(source);
    this.#kept.set(source, row);
    if (this.#kept.size > KEPT) this.#kept.delete([...this.#kept.keys()][0] ?? -1);
    return row;
  }

  #ask(source: number): SentRow {
    const row = this.#reach.row(source);
    const numbers = this.#cells.of(row).slice();
    const { kinds } = this.#cells;
    this.#cells.learn(numbers.filter((number) => !kinds[number]));
    return { firsts: row.firsts.slice(), lasts: row.lasts.slice(), numbers };
  }
}

function changesOf(before: SentRow, after: SentRow): (take: TakeChange) => void {
  return (take) => {
    if (before !== after) rowChanges(before, after, take);
  };
}
