/**
 * What changed between outside addresses and one class. Nobody keeps millions of pairs: neighbouring classes of
 * addresses that changed alike are one run.
 */

import type { BySide } from '../../ingest/index.ts';

/** The numbers of the cells of a pair that changed. */
export type ChangedCells = BySide<number>;

export class ChangedRanges {
  /** First, last, before, after; first, last, before, after … */
  readonly #runs: number[] = [];

  /** `at` is the position of a class; positions ascend. Gives back whether a run begins with it. */
  add(at: number, { before, after }: ChangedCells): boolean {
    const runs = this.#runs;
    const end = runs.length;
    const begins = end === 0 || runs[end - 3] !== at - 1 || runs[end - 2] !== before || runs[end - 1] !== after;
    if (begins) runs.push(at, at, before, after);
    else runs[end - 3] = at;
    return begins;
  }

  /** For each change the runs that it is about: first, last, first, last … */
  *changes(): Generator<{ readonly cells: ChangedCells; readonly runs: readonly number[] }> {
    const changes = new Map<string, { cells: ChangedCells; runs: number[] }>();
    for (let i = 0; i < this.#runs.length; i += 4) {
      const [first = 0, last = 0, before = 0, after = 0] = this.#runs.slice(i, i + 4);
      const key = `${before} ${after}`;
      const change = changes.get(key) ?? { cells: { before, after }, runs: [] };
      change.runs.push(first, last);
      changes.set(key, change);
    }
    yield* changes.values();
  }
}
