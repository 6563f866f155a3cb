/** The same analysis again and again in one process: what the engine costs once the machine code is there. */

import { analysisOf, readModel } from './analysis-of.ts';
import { CellTally } from './cell-tally.ts';
import { cpuOf } from './cpu.ts';

export interface WarmReport {
  /** The best of compiling and computing all rows, together. */
  readonly engine: number;
  readonly rounds: number;
}

const ROUNDS = 5;

/** Throws a `ProblemError` where the matrix is over a budget. */
export function measureWarm(path: string): WarmReport {
  const times = Array.from({ length: ROUNDS + 1 }, () => {
    const analysis = analysisOf(path);
    readModel(analysis);
    return cpuOf(() => new CellTally(analysis.reach()).addAll()).ms;
  });
  return { engine: Math.min(...times.slice(1)), rounds: ROUNDS };
}
