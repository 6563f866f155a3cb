/**
 * Gates: conditions under which a report fails a build. The report is the same; a transport only tells that a gate
 * has tripped. What was not read in full never passes one: it trips as `incomplete`.
 */

import * as z from 'zod';
import type { Answer, AnswerRecord, WrittenRecords } from '../render/answer.ts';

/** Holds where some document could not be read; nobody has to ask for it. */
export const INCOMPLETE = 'incomplete';

export const gate = z
  .object({ tripped: z.array(z.string()).describe('The gates that tripped; `incomplete`: not everything was read.') })
  .meta({ id: 'Gate', description: 'Only where a gate that was asked for has tripped; the status then is 422.' });

/** The gates that trip, of those asked for. */
export function trippedGates(answer: Answer, asked: readonly string[]): string[] {
  if (asked.length === 0) return [];
  const holds = answer.conditions?.() ?? [];
  return [
    ...new Set([...asked.filter((name) => holds.includes(name)), ...holds.filter((name) => name === INCOMPLETE)]),
  ];
}

/** The same answer, with the tripped gates in every view. */
export function withGate(answer: Answer, tripped: readonly string[]): Answer {
  if (tripped.length === 0) return answer;
  return {
    ...answer,
    json: () => ({ ...(answer.json() as object), gate: { tripped } }),
    headline: () => `${answer.headline()}; gate tripped: ${tripped.join(', ')}`,
    records: () => gatedRecords(answer, tripped),
  };
}

function* gatedRecords(answer: Answer, tripped: readonly string[]): Generator<AnswerRecord | WrittenRecords> {
  for (const record of answer.records()) yield record.t === 'summary' ? { ...record, gate: { tripped } } : record;
}
