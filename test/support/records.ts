/** The records of an answer as its reader gets them. */

import { type Answer, type AnswerRecord, WrittenRecords } from '../../src/render/answer.ts';
import { textOf } from '../../src/render/chunk.ts';

export function recordsIn(answer: Pick<Answer, 'records'>): AnswerRecord[] {
  return Array.from(answer.records()).flatMap((record) => {
    if (!(record instanceof WrittenRecords)) return [record];
    const lines = textOf(record.lines).trimEnd().split('\n');
    return lines.map((line): AnswerRecord => JSON.parse(line));
  });
}
