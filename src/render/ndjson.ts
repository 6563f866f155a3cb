/**
 * One JSON record per line (application/x-ndjson), `t` telling its type, `summary` last. A stream that has begun can
 * no longer change its status, so a spent budget becomes a last record of type `error`: a client that sees neither
 * `summary` nor `error` knows that the stream was cut. How long a stream may be is such a budget.
 */

import { LIMITS } from '../ingest/index.ts';
import { exceed, ProblemError } from '../util/problem.ts';
import { problemDocument } from '../util/problem-document.ts';
import { type Answer, WrittenRecord } from './answer.ts';
import type { Format } from './format.ts';

/** In UTF-8; nearly every text is ASCII, whose length is known without encoding it. */
function bytesOf(text: string): number {
  return /^[ -~]*$/.test(text) ? text.length : new TextEncoder().encode(text).length;
}

function refuse(bytes: number): never {
  const maximum = LIMITS.outputBytes.value;
  const detail = `the answer is longer than ${maximum} bytes; ask for a part of it, such as with \`focus\``;
  exceed('outputBytes', bytes, maximum, detail);
}

export const ndjson: Format = {
  name: 'ndjson',
  mediaType: 'application/x-ndjson',
  parameters: 'charset=utf-8',
  description: 'One record per line; `summary` or `error` is the last.',
  *write(answer: Answer): Generator<string> {
    let begun = false;
    let bytes = 0;
    try {
      for (const record of answer.records()) {
        const isWritten = record instanceof WrittenRecord;
        const text = isWritten ? record.text : JSON.stringify(record);
        bytes += (isWritten ? text.length : bytesOf(text)) + 1;
        if (bytes > LIMITS.outputBytes.value) refuse(bytes);
        yield `${text}\n`;
        begun = true;
      }
    } catch (cause) {
      if (!begun || !(cause instanceof ProblemError)) throw cause;
      yield `${JSON.stringify({ t: 'error', error: problemDocument(cause.problem) })}\n`;
    }
  },
};
