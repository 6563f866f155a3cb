/**
 * Kernel: groups of neighbouring destination classes that general rules do not tell apart, for sources of one zone.
 * What such rules leave between a source and a group is worked out once for all sources to which they do the same.
 */

import type { ClassMarks } from './class-marks.ts';
import type { RowRuns } from './row-runs.ts';
import type { Base } from './side-rows.ts';
import { CLOSED, type Verdicts } from './verdicts.ts';
import { mayMeet } from './zones.ts';

/** Of each destination class: its zone, and its parts of the bases of either side. */
export interface GroupParts {
  /** Of the source. */
  readonly zone: number;
  readonly zones: Uint8Array;
  readonly sent: Int32Array;
  readonly taken: Int32Array;
}

/** The cells of this many bases are kept. */
const KEPT = 256;

export class BaseGroups {
  readonly #verdicts: Verdicts;
  /** Of each class, its group; -1 where no source of the zone may meet it. */
  readonly of: Int32Array;
  /** The first class of each group, and the one after its last. */
  readonly #firsts: number[] = [];
  readonly #ends: number[] = [];
  /** Of each group, its parts. */
  readonly #sent: number[] = [];
  readonly #taken: number[] = [];
  readonly #known = new Map<number, Map<number, Int32Array>>();
  #kept = 0;

  constructor({ zone, zones, sent, taken }: GroupParts, verdicts: Verdicts) {
    this.#verdicts = verdicts;
    this.of = new Int32Array(zones.length).fill(-1);
    let group = -1;
    for (let id = 0; id < zones.length; id++) {
      if (!mayMeet(zone, zones[id] as number)) continue;
      const isSame = this.#ends[group] === id && this.#sent[group] === sent[id] && this.#taken[group] === taken[id];
      if (!isSame) {
        group++;
        this.#firsts.push(id);
        this.#sent.push(sent[id] as number);
        this.#taken.push(taken[id] as number);
      }
      this.#ends[group] = id + 1;
      this.of[id] = group;
    }
  }

  /** What two bases leave to each group. */
  cells(sent: Base, taken: Base): Int32Array {
    const known = this.#known.get(sent.id)?.get(taken.id);
    if (known) return known;
    const made = new Int32Array(this.#firsts.length);
    if (!sent.isClosed && !taken.isClosed) {
      for (let group = 0; group < made.length; group++) {
        const verdict = sent.verdicts[this.#sent[group] as number] as number;
        made[group] = this.#verdicts.meet(verdict, taken.verdicts[this.#taken[group] as number] as number);
      }
    }
    this.#keep(sent, taken, made);
    return made;
  }

  #keep(sent: Base, taken: Base, cells: Int32Array): void {
    if (this.#kept++ >= KEPT) {
      this.#known.clear();
      this.#kept = 1;
    }
    const among = this.#known.get(sent.id) ?? new Map<number, Int32Array>();
    this.#known.set(sent.id, among.set(taken.id, cells));
  }

  /** Writes the cells of groups, those that are marked aside, which have values of their own. */
  write(cells: Int32Array, marks: ClassMarks, out: RowRuns): void {
    const [firsts, ends, values] = [this.#firsts, this.#ends, marks.values];
    const marked = marks.take();
    let at = 0;
    let next = marked.length > 0 ? (marked[0] as number) : Number.POSITIVE_INFINITY;
    for (let group = 0; group < cells.length; group++) {
      const cell = cells[group] as number;
      const end = ends[group] as number;
      if (cell === CLOSED && next >= end) continue;
      let from = firsts[group] as number;
      while (next < end) {
        out.add(from, next - 1, cell);
        out.add(next, next, values[next] as number);
        from = next + 1;
        next = ++at < marked.length ? (marked[at] as number) : Number.POSITIVE_INFINITY;
      }
      out.add(from, end - 1, cell);
    }
  }
}
