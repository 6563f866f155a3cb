/**
 * One JSON record per line (application/x-ndjson), `t` telling its type, `summary` last. A stream that has begun can
 * no longer change its status, so a spent budget becomes a last record of type `error`: a client that sees neither
 * `summary` nor `error` knows that the stream was cut. How long a stream may be is such a budget.
 */

import { LIMITS } from '../ingest/index.ts';
import { exceed, ProblemError } from '../util/problem.ts';
import { problemDocument } from '../util/problem-document.ts';
import { type Answer, WrittenRecords } from './answer.ts';
import { type Chunk, PIECE_LENGTH } from './chunk.ts';
import type { Format } from './format.ts';

const NEWLINE = 10;
const ENCODER = new TextEncoder();

/** Records as lines, short ones together. What fails in the middle fails behind the lines before it. */
function* linesOf(records: ReturnType<Answer['records']>): Generator<Chunk> {
  let text = '';
  try {
    for (const record of records) {
      if (!(record instanceof WrittenRecords)) text += `${JSON.stringify(record)}\n`;
      else {
        if (text !== '') yield text;
        text = '';
        yield record.lines;
      }
      if (text.length < PIECE_LENGTH) continue;
      yield text;
      text = '';
    }
  } catch (cause) {
    if (text !== '') yield text;
    throw cause;
  }
  if (text !== '') yield text;
}

/** As many lines as there is room for. */
function fitting(lines: Uint8Array<ArrayBuffer>, room: number): Uint8Array<ArrayBuffer> {
  return lines.subarray(0, lines.lastIndexOf(NEWLINE, room - 1) + 1);
}

function refuse(bytes: number): never {
  const maximum = LIMITS.outputBytes.value;
  const detail = `the answer is longer than ${maximum} bytes; ask for a part of it, such as with \`focus\``;
  exceed('outputBytes', bytes, maximum, detail);
}

/** In UTF-8, up to the longest that an answer may be. */
function* withinLimit(chunks: Iterable<Chunk>): Generator<Uint8Array<ArrayBuffer>> {
  const maximum = LIMITS.outputBytes.value;
  let written = 0;
  for (const chunk of chunks) {
    const lines = typeof chunk === 'string' ? ENCODER.encode(chunk) : chunk;
    if (written + lines.length > maximum) {
      const part = fitting(lines, maximum - written);
      if (part.length > 0) yield part;
      refuse(written + lines.length);
    }
    written += lines.length;
    yield lines;
  }
}

export const ndjson: Format = {
  name: 'ndjson',
  mediaType: 'application/x-ndjson',
  parameters: 'charset=utf-8',
  description: 'One record per line; `summary` or `error` is the last.',
  *write(answer: Answer): Generator<Chunk> {
    let begun = false;
    try {
      for (const chunk of withinLimit(linesOf(answer.records()))) {
        yield chunk;
        begun = true;
      }
    } catch (cause) {
      if (!begun || !(cause instanceof ProblemError)) throw cause;
      yield `${JSON.stringify({ t: 'error', error: problemDocument(cause.problem) })}\n`;
    }
  },
};
