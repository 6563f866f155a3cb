/** Single questions with their explanations, after the compile and without the matrix. */

import { evaluate } from '../../src/queries/evaluate.ts';
import { median } from '../harness/statistics.ts';
import { analysisOf, readModel } from './analysis-of.ts';
import { cpuOf } from './cpu.ts';
import { RandomNumbers } from './random.ts';

export interface CellReport {
  /** The first question, which finds nothing prepared. */
  readonly first: number;
  readonly median: number;
  readonly longest: number;
  readonly questions: number;
}

const QUESTIONS = 1000;

export function measureCell(path: string): CellReport {
  const analysis = analysisOf(path);
  readModel(analysis);
  analysis.reach();
  const world = analysis.world();
  const ids = analysis.cluster().workloads.map(({ id }) => id);
  const random = new RandomNumbers();
  const pick = () => ids[random.next(ids.length)] ?? '';
  const ask = () => {
    const question = { from: pick(), to: pick(), protocol: 'TCP', port: undefined } as const;
    const { value, ms } = cpuOf(() => evaluate(world, question));
    if ('code' in value) throw new Error(value.detail);
    return ms;
  };
  const first = ask();
  const times = Array.from({ length: QUESTIONS }, ask);
  return { first, median: median(times), longest: Math.max(...times), questions: QUESTIONS };
}
