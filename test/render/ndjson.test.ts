import { expect, test } from 'vitest';
import { LIMITS } from '../../src/ingest/index.ts';
import { type AnswerRecord, WrittenRecords } from '../../src/render/answer.ts';
import { textOf } from '../../src/render/chunk.ts';
import { ndjson } from '../../src/render/ndjson.ts';
import { exceed } from '../../src/util/problem.ts';
import { sampleAnswer } from './sample-answer.ts';

function lines(records: () => Iterable<AnswerRecord | WrittenRecords>): string[] {
  return Array.from(ndjson.write(sampleAnswer({ records })), textOf);
}

test('a budget spent in the middle is the last record', () => {
  const [first, last] = lines(function* () {
    yield { t: 'row' };
    exceed('cells', 2, 1, 'Too many.');
  });
  expect(JSON.parse(first ?? '')).toEqual({ t: 'row' });
  expect(JSON.parse(last ?? '')).toMatchObject({
    t: 'error',
    error: { type: '/problems/limit-exceeded', status: 413, limit: 'cells', value: 2, maximum: 1 },
  });
});

test('a budget spent before the first record is thrown, so that the status can still say it', () => {
  // biome-ignore lint/correctness/useYield: it fails before its first record
  const failing = function* (): Generator<AnswerRecord> {
    exceed('cells', 2, 1, 'Too many.');
  };
  expect(() => lines(failing)).toThrow('Too many.');
});

test('records that were written before are sent as they are, in their place', () => {
  const rows = new TextEncoder().encode('{"t":"row","from":0}\n{"t":"row","from":1}\n');
  const written = lines(function* () {
    yield { t: 'class' };
    yield new WrittenRecords('row', rows);
    yield { t: 'summary' };
  });
  expect(written.join('')).toBe('{"t":"class"}\n{"t":"row","from":0}\n{"t":"row","from":1}\n{"t":"summary"}\n');
});

test('of records that were written before, as many are sent as there is room for', () => {
  const lineOf = (length: number) => new Uint8Array(length).fill(120).fill(10, length - 1);
  const together = (...parts: readonly Uint8Array[]) => new WrittenRecords('row', new Uint8Array(Buffer.concat(parts)));
  const long = lineOf(Math.floor(LIMITS.outputBytes.value / 3) - 12);
  const written = lines(function* () {
    yield together(long, long);
    yield together(long, lineOf(30), lineOf(30));
  });
  expect(written.map(({ length }) => length).slice(0, -1)).toEqual([2 * long.length, long.length + 30]);
});

test('a bug is never a record', () => {
  const failing = function* (): Generator<AnswerRecord> {
    yield { t: 'row' };
    throw new TypeError('bug');
  };
  expect(() => lines(failing)).toThrow(TypeError);
});

test('a stream that is longer than it may be ends with an error that names the limit', () => {
  const maximum = LIMITS.outputBytes.value;
  const long = 'é'.repeat(maximum / 8);
  const endless = function* (): Generator<AnswerRecord> {
    for (;;) yield { t: 'row', long };
  };
  const written = lines(endless);
  const bytes = (text: string) => new TextEncoder().encode(text).length;
  expect(written.slice(0, -1).reduce((sum, line) => sum + bytes(line), 0)).toBeLessThanOrEqual(maximum);
  expect(written).toHaveLength(4);
  expect(JSON.parse(written.at(-1) ?? '')).toMatchObject({
    t: 'error',
    error: {
      type: '/problems/limit-exceeded',
      limit: 'outputBytes',
      maximum,
      detail: expect.stringContaining('focus'),
    },
  });
});
