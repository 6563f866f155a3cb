/**
 * Kernel: groups of neighbouring destination classes that general rules do not tell apart, for sources of one zone.
 * What such rules leave between a source and a group is worked out once for all sources to which they do the same.
 */

import { entryOf } from '../util/ordering.ts';
import type { ClassMarks } from './class-marks.ts';
import { PairMemo } from './pair-memo.ts';
import { RowRuns } from './row-runs.ts';
import type { Base } from './side-row.ts';
import { CLOSED, type VerdictId, type Verdicts } from './verdicts.ts';
import { mayMeet } from './zones.ts';

/** What two bases leave, as runs of classes that may exchange something: the first, the last and the cell of each. */
type BaseCells = Int32Array;

/** The numbers of a run. */
const RUN = 3;

/** So many numbers of what pairs of bases leave are kept, and the meetings of so many verdicts. */
const KEPT = 1 << 17;

export class BaseGroups {
  readonly #verdicts: Verdicts;
  /** Of each class, 1 where sources of the zone may meet it. */
  readonly isMet: Uint8Array;
  /** The first class of each group, and the last. */
  readonly #firsts: number[] = [];
  readonly #lasts: number[] = [];
  /** Of each group, its parts. */
  readonly #sent: number[] = [];
  readonly #taken: number[] = [];
  readonly #runs: RowRuns;
  /** What pairs of bases leave, and by pair the position of it. */
  #known: BaseCells[] = [];
  #at = new PairMemo();
  #kept = 0;
  /** By base of the destinations' side and verdict. */
  readonly #meets = new Map<number, Map<VerdictId, Int32Array>>();
  #met = 0;

  /** `zones` are those of the destination classes; `sent` and `taken` any bases for a source of the zone. */
  constructor(
    zone: number,
    zones: Uint8Array,
    { sent, taken }: { readonly sent: Base; readonly taken: Base },
    verdicts: Verdicts,
  ) {
    this.#verdicts = verdicts;
    this.isMet = zones.map((own) => Number(mayMeet(zone, own)));
    this.#runs = new RowRuns(zones.length);
    let group = -1;
    for (let id = 0; id < zones.length; id++) {
      if (this.isMet[id] === 0) continue;
      const ofSent = sent.coarse.of[id] as number;
      const ofTaken = taken.coarse.of[id] as number;
      if (this.#lasts[group] !== id - 1 || this.#sent[group] !== ofSent || this.#taken[group] !== ofTaken) {
        group = this.#firsts.push(id) - 1;
        this.#sent.push(ofSent);
        this.#taken.push(ofTaken);
      }
      this.#lasts[group] = id;
    }
  }

  /** What two bases leave. */
  cells(sent: Base, taken: Base): BaseCells {
    const known = this.#at.get(sent.id, taken.id);
    if (known >= 0) return this.#known[known] as BaseCells;
    if (!sent.isClosed && !taken.isClosed) this.#run(sent, taken);
    const { firsts, lasts, cells } = this.#runs.take(-1);
    const made = new Int32Array(cells.length * RUN);
    for (let run = 0; run < cells.length; run++) {
      made[run * RUN] = firsts[run] as number;
      made[run * RUN + 1] = lasts[run] as number;
      made[run * RUN + 2] = cells[run] as number;
    }
    this.#keep(sent, taken, made);
    return made;
  }

  #run(sent: Base, taken: Base): void {
    const firsts = this.#firsts;
    const lasts = this.#lasts;
    const ofSent = this.#sent;
    const ofTaken = this.#taken;
    // Where a few verdicts meet a few parts, other sources will meet them as well.
    const isSmall = sent.verdicts.length * taken.verdicts.length <= firsts.length;
    const met = isSmall ? Array.from(sent.verdicts, (verdict) => this.#meet(verdict, taken)) : undefined;
    for (let group = 0; group < firsts.length; group++) {
      const part = ofSent[group] as number;
      const other = ofTaken[group] as number;
      const cell = met
        ? ((met[part] as Int32Array)[other] as number)
        : this.#verdicts.meet(sent.verdicts[part] as number, taken.verdicts[other] as number);
      this.#runs.add(firsts[group] as number, lasts[group] as number, cell);
    }
  }

  /** What a verdict leaves of each part of a base. */
  #meet(verdict: VerdictId, taken: Base): Int32Array {
    const known = this.#meets.get(taken.id)?.get(verdict);
    if (known) return known;
    this.#met += taken.verdicts.length;
    if (this.#met > KEPT) {
      this.#meets.clear();
      this.#met = taken.verdicts.length;
    }
    const made = taken.verdicts.map((other) => this.#verdicts.meet(verdict, other));
    entryOf(this.#meets, taken.id, () => new Map<VerdictId, Int32Array>()).set(verdict, made);
    return made;
  }

  #keep(sent: Base, taken: Base, cells: BaseCells): void {
    this.#kept += cells.length;
    if (this.#kept > KEPT) {
      this.#known = [];
      this.#at = new PairMemo();
      this.#kept = cells.length;
    }
    this.#at.add(sent.id, taken.id, this.#known.push(cells) - 1);
  }
}

/** Beyond every class. */
const END = 2 ** 30;

/** Writes what bases leave, but for classes that are marked: those have cells of their own. */
export function writeOver(base: BaseCells, marks: ClassMarks, out: RowRuns): void {
  const { values } = marks;
  const marked = marks.take();
  let at = 0;
  // Behind the last run nothing is left to anyone but the classes that are marked.
  for (let run = 0; run <= base.length; run += RUN) {
    const isRun = run < base.length;
    let from = isRun ? (base[run] as number) : END;
    const last = isRun ? (base[run + 1] as number) : END;
    const cell = isRun ? (base[run + 2] as number) : CLOSED;
    for (; at < marked.length && (marked[at] as number) <= last; at++) {
      const id = marked[at] as number;
      if (id > from) out.add(from, id - 1, cell);
      out.add(id, id, values[id] as number);
      if (id >= from) from = id + 1;
    }
    out.add(from, last, cell);
  }
}
