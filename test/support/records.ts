/** The records of an answer as its reader gets them. */

import type { Answer, AnswerRecord } from '../../src/render/answer.ts';
import { WrittenRecord } from '../../src/render/answer.ts';

export function recordsIn(answer: Answer): AnswerRecord[] {
  return Array.from(answer.records(), (record) => (record instanceof WrittenRecord ? JSON.parse(record.text) : record));
}
