/** The same analysis again and again in one process: what the engine costs once the machine code is there. */

import { analysisOf, readModel } from './analysis-of.ts';
import { CellTally } from './cell-tally.ts';
import { cpuOf } from './cpu.ts';

export interface WarmReport {
  /** The best of compiling and computing all rows, together; and what the computing thread took for it. */
  readonly engine: number;
  readonly engineThread: number;
  readonly rounds: number;
}

const ROUNDS = 5;

/** Throws a `ProblemError` where the matrix is over a budget. */
export function measureWarm(path: string): WarmReport {
  const times = Array.from({ length: ROUNDS + 1 }, () => {
    const analysis = analysisOf(path);
    readModel(analysis);
    return cpuOf(() => new CellTally(analysis.reach()).addAll());
  });
  const best = times.slice(1).reduce((a, b) => (b.ms < a.ms ? b : a));
  return { engine: best.ms, engineThread: best.threadMs, rounds: ROUNDS };
}
