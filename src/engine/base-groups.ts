/**
 * Kernel: groups of neighbouring destination classes that general rules do not tell apart, for sources of one zone.
 * What such rules leave between a source and a group is worked out once for all sources to which they do the same.
 */

import { entryOf } from '../util/ordering.ts';
import type { ClassMarks } from './class-marks.ts';
import { PairMemo } from './pair-memo.ts';
import type { RowRuns } from './row-runs.ts';
import type { Base } from './side-row.ts';
import { CLOSED, type VerdictId, type Verdicts } from './verdicts.ts';
import { mayMeet } from './zones.ts';

/** The numbers of a run of classes that may exchange something: the first, the last and their cell. */
const RUN = 3;

/** So many numbers of what pairs of bases leave are kept, and the meetings of so many verdicts. */
const KEPT = 1 << 16;

/** Beyond every class. */
const END = 2 ** 30;

export class BaseGroups {
  readonly #verdicts: Verdicts;
  readonly #mostKept: number;
  /** Of each class, 1 where sources of the zone may meet it. */
  readonly isMet: Uint8Array;
  /** The first class of each group, and the last. */
  readonly #firsts: number[] = [];
  readonly #lasts: number[] = [];
  /** Of each group, its parts. */
  readonly #sent: number[] = [];
  readonly #taken: number[] = [];
  /** Scratch, which other groups use as well. */
  readonly #runs: RowRuns;
  /** What pairs of bases leave, as runs behind each other; by pair, which one it is, and where each ends. */
  #items = new Int32Array(1 << 10);
  #at = new PairMemo();
  #ends: number[] = [];
  /** By base of the destinations' side and verdict. */
  readonly #meets = new Map<number, Map<VerdictId, Int32Array>>();
  #met = 0;

  /**
   * `zones` are those of the destination classes; `sent` and `taken` any bases for a source of the zone; `kept`: how many
   * numbers at most.
   */
  constructor(
    zone: number,
    zones: Uint8Array,
    { sent, taken }: { readonly sent: Base; readonly taken: Base },
    { verdicts, runs }: { readonly verdicts: Verdicts; readonly runs: RowRuns },
    kept = KEPT,
  ) {
    this.#verdicts = verdicts;
    this.#mostKept = kept;
    this.isMet = zones.map((own) => Number(mayMeet(zone, own)));
    this.#runs = runs;
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

  /** Writes what two bases leave, but for classes that are marked: those have cells of their own. */
  write(sent: Base, taken: Base, marks: ClassMarks, out: RowRuns): void {
    const known = this.#at.get(sent.id, taken.id);
    const which = known >= 0 ? known : this.#keep(sent, taken);
    const items = this.#items;
    const end = this.#ends[which] as number;
    const { values } = marks;
    const marked = marks.take();
    let at = this.#ends[which - 1] ?? 0;
    let next = 0;
    let from = at < end ? (items[at] as number) : END;
    // A class of its own, or a run that is over: behind the last run there are only those that are marked.
    while (at < end || next < marked.length) {
      const last = at < end ? (items[at + 1] as number) : END;
      const cell = at < end ? (items[at + 2] as number) : CLOSED;
      const id = next < marked.length ? (marked[next] as number) : END;
      if (id <= last && id < END) {
        out.add(from, id - 1, cell);
        out.add(id, id, values[id] as number);
        if (id >= from) from = id + 1;
        next++;
      } else {
        out.add(from, last, cell);
        at += RUN;
        from = at < end ? (items[at] as number) : END;
      }
    }
  }

  /** Works out what two bases leave, and gives the number of it. */
  #keep(sent: Base, taken: Base): number {
    if (!sent.isClosed && !taken.isClosed) this.#run(sent, taken);
    const { firsts, lasts, cells } = this.#runs.take(-1);
    let used = this.#makeRoom(cells.length * RUN);
    for (let run = 0; run < cells.length; run++) {
      this.#items[used++] = firsts[run] as number;
      this.#items[used++] = lasts[run] as number;
      this.#items[used++] = cells[run] as number;
    }
    const which = this.#ends.push(used) - 1;
    this.#at.add(sent.id, taken.id, which);
    return which;
  }

  /** Where so many numbers may be written; what was kept is let go of where it has become too much. */
  #makeRoom(numbers: number): number {
    const used = this.#ends.at(-1) ?? 0;
    if (used > 0 && used + numbers > this.#mostKept) {
      this.#at = new PairMemo();
      this.#ends = [];
      return this.#makeRoom(numbers);
    }
    if (used + numbers > this.#items.length) {
      const grown = new Int32Array(Math.max(this.#items.length * 2, used + numbers));
      grown.set(this.#items);
      this.#items = grown;
    }
    return used;
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
    if (this.#met > this.#mostKept) {
      this.#meets.clear();
      this.#met = taken.verdicts.length;
    }
    const made = taken.verdicts.map((other) => this.#verdicts.meet(verdict, other));
    entryOf(this.#meets, taken.id, () => new Map<VerdictId, Int32Array>()).set(verdict, made);
    return made;
  }
}
