import { expect, test } from 'vitest';
import { LIMITS } from '../../src/ingest/index.ts';
import type { AnswerRecord } from '../../src/render/answer.ts';
import { ndjson } from '../../src/render/ndjson.ts';
import { exceed } from '../../src/util/problem.ts';
import { sampleAnswer } from './sample-answer.ts';

function lines(records: () => Iterable<AnswerRecord>): string[] {
  return [...ndjson.write(sampleAnswer({ records }))];
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
