/** The same measurement several times over, each in a fresh process, within what one case may take. */

import type { Mode, ReportOf } from '../measured/main.ts';
import type { Refusal } from '../measured/refusal.ts';
import { type Child, runChild } from './child.ts';
import { median } from './statistics.ts';

export interface Series<M extends Mode> {
  readonly reports: readonly ReportOf<M>[];
  /** Why there are no reports, or no more of them. */
  readonly refusal: Refusal | undefined;
  readonly failure: string | undefined;
}

/** A series that has taken so long ends, however few runs it has. */
const ENOUGH_MS = 60_000;

export function runSeries<M extends Mode>(program: string, child: Child<M>, runs: number): Series<M> {
  const reports: ReportOf<M>[] = [];
  const begun = performance.now();
  while (reports.length < runs && (reports.length === 0 || performance.now() - begun < ENOUGH_MS)) {
    const outcome = runChild(program, child);
    if (outcome.kind === 'report') reports.push(outcome.report);
    else if (outcome.kind === 'refused') return { reports, refusal: outcome.refusal, failure: undefined };
    else return { reports, refusal: undefined, failure: outcome.why };
  }
  return { reports, refusal: undefined, failure: undefined };
}

/** The median of what is picked; undefined where no run has it. */
export function medianOf<R>(reports: readonly R[], pick: (report: R) => number | undefined): number | undefined {
  const values = reports.flatMap((report) => pick(report) ?? []);
  return values.length > 0 ? median(values) : undefined;
}
