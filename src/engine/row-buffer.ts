/** Kernel: one row while several ways are joined in it: verdicts by destination class, read as runs. */

import { ClassMarks } from './class-marks.ts';
import type { Row, RowRuns } from './row-runs.ts';
import { CLOSED, type VerdictId, type Verdicts } from './verdicts.ts';

export class RowBuffer {
  readonly #verdicts: Verdicts;
  readonly #marks: ClassMarks;

  constructor(classes: number, verdicts: Verdicts) {
    this.#verdicts = verdicts;
    this.#marks = new ClassMarks(classes);
  }

  add(id: number, verdict: VerdictId): void {
    if (verdict === CLOSED) return;
    const marks = this.#marks;
    marks.set(id, marks.has(id) ? this.#verdicts.join(marks.values[id] as VerdictId, verdict) : verdict);
  }

  addRow({ firsts, lasts, cells }: Row): void {
    for (let run = 0; run < cells.length; run++) {
      const last = lasts[run] as number;
      for (let id = firsts[run] as number; id <= last; id++) this.add(id, cells[run] as VerdictId);
    }
  }

  /** Hands on what was added; the buffer is empty again. */
  write(out: RowRuns): void {
    for (const id of this.#marks.take()) out.add(id, id, this.#marks.values[id] as VerdictId);
  }
}
