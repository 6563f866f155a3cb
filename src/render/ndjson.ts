/**
 * One JSON record per line (application/x-ndjson), `t` telling its type, `summary` last. A stream that has begun can
 * no longer change its status, so a spent budget becomes a last record of type `error`: a client that sees neither
 * `summary` nor `error` knows that the stream was cut.
 */

import { ProblemError } from '../util/problem.ts';
import { problemDocument } from '../util/problem-document.ts';
import type { Answer } from './answer.ts';
import type { Format } from './format.ts';

export const ndjson: Format = {
  name: 'ndjson',
  mediaType: 'application/x-ndjson',
  parameters: 'charset=utf-8',
  description: 'One record per line; `summary` or `error` is the last.',
  *write(answer: Answer): Generator<string> {
    let begun = false;
    try {
      for (const record of answer.records()) {
        yield `${JSON.stringify(record)}\n`;
        begun = true;
      }
    } catch (cause) {
      if (!begun || !(cause instanceof ProblemError)) throw cause;
      yield `${JSON.stringify({ t: 'error', error: problemDocument(cause.problem) })}\n`;
    }
  },
};
