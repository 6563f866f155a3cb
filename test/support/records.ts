/** The records of an answer as its reader gets them. */

import { type Answer, type AnswerRecord, WrittenRecord } from '../../src/render/answer.ts';

export function recordsIn(answer: Pick<Answer, 'records'>): AnswerRecord[] {
  return Array.from(answer.records(), (record) => (record instanceof WrittenRecord ? JSON.parse(record.text) : record));
}
