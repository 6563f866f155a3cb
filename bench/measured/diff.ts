/** What changed between two versions of a cluster, from two models that have been read to the changes. */

import { diff } from '../../src/operations/diff.ts';
import { analysisOf, readModel } from './analysis-of.ts';
import { type CpuTime, cpuOf } from './cpu.ts';

/** Both compiles and the comparison. */
export interface DiffReport extends CpuTime {
  /** Ordered pairs that may exchange something else. */
  readonly changes: number;
}

/** Throws a `ProblemError` where the two are over a budget. */
export function measureDiff(before: string, after: string): DiffReport {
  const analyses = [analysisOf(before), analysisOf(after)] as const;
  for (const analysis of analyses) readModel(analysis);
  const { value, ms, threadMs } = cpuOf(() => diff.runPair(...analyses, diff.input.parse({})).json());
  const { added, removed, changed } = (value as { summary: Record<'added' | 'removed' | 'changed', number> }).summary;
  return { ms, threadMs, changes: added + removed + changed };
}
