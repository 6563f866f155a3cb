/** One analysis in a process that has done nothing before, stage by stage. */

import type { Counters } from '../../src/engine/reach.ts';
import { requireAffordable } from '../../src/operations/affordable.ts';
import { analysisOf, readModel } from './analysis-of.ts';
import { writeAnswer } from './answer.ts';
import { CellTally, type Tally } from './cell-tally.ts';
import { cpuMark, cpuOf, since } from './cpu.ts';
import { MemoryPeak } from './memory-peak.ts';
import { type Refusal, refusalOf } from './refusal.ts';

/** `answer` computes all rows once more and writes them. */
export const STAGES = ['parse', 'read', 'compile', 'rows', 'answer'] as const;
export type Stage = (typeof STAGES)[number];

export interface StagesReport {
  /** CPU milliseconds of the stages that were finished. */
  readonly ms: Partial<Record<Stage, number>>;
  /** What the computing thread took of it. */
  readonly threadMs: Partial<Record<Stage, number>>;
  readonly counters: Counters;
  readonly tally: Tally | undefined;
  /** Bytes of the resident set at its largest, to the end of the rows. */
  readonly engineResident: number | undefined;
  readonly answerBytes: number | undefined;
  /** Where a budget ended it, and the CPU time from the parsed documents to there. */
  readonly refused: (Refusal & { readonly stage: Stage; readonly msAfterParse: number }) | undefined;
}

export function measureStages(path: string): StagesReport {
  const analysis = analysisOf(path);
  const ms: Partial<Record<Stage, number>> = {};
  const threadMs: Partial<Record<Stage, number>> = {};
  let stage: Stage = 'parse';
  const time = <T>(name: Stage, work: () => T): T => {
    stage = name;
    const spent = cpuOf(work);
    ms[name] = spent.ms;
    threadMs[name] = spent.threadMs;
    return spent.value;
  };
  let counters: Counters = {};
  let tally: Tally | undefined;
  let engineResident: number | undefined;
  let answerBytes: number | undefined;
  let refused: StagesReport['refused'];
  time('parse', () => analysis.parsed());
  const parsed = cpuMark();
  try {
    time('read', () => readModel(analysis));
    const reach = time('compile', () => {
      requireAffordable([analysis.reach()]);
      return analysis.reach();
    });
    const tallying = new CellTally(reach);
    time('rows', () => tallying.addAll());
    engineResident = MemoryPeak.resident();
    counters = reach.counters();
    tally = tallying.result();
    answerBytes = time('answer', () => writeAnswer(analysis));
  } catch (cause) {
    refused = { ...refusalOf(cause), stage, msAfterParse: since(parsed).ms };
  }
  return { ms, threadMs, counters, tally, engineResident, answerBytes, refused };
}
