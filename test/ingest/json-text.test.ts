import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fault } from '../../src/ingest/fault.ts';
import { DEFAULT_LIMITS } from '../../src/ingest/index.ts';
import { scanJson } from '../../src/ingest/json-scan.ts';
import { countKeys, readJson } from '../../src/ingest/json-text.ts';
import { jsonText } from './random-json.ts';

const LIMITS = { ...DEFAULT_LIMITS, nesting: 8 };

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

describe('a JSON text', () => {
  it('is scanned where a key stands twice, however it is written', () => {
    fc.assert(
      fc.property(jsonText, (text) => {
        const read = readJson(text, DEFAULT_LIMITS);
        if (read === undefined || read instanceof Fault) throw new Error('the text is well-formed');
        expect(read.value).toEqual(JSON.parse(text));
        const missing = scanJson(text, 0, 64).keys - countKeys(read.value, 64);
        if (missing > 0) expect(read.scan?.keys).toBe(countKeys(read.value, 64) + missing);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['{"a":1,"b":{"a":"x"}}', false],
    ['{"a":"x:y","b":["a:b"]}', false],
    ['{"a":1,"a":1}', true],
    ['{"a":1,"a" :1}', true],
    ['{"a":":8080","b":"x","b":1}', true],
  ])('%s is scanned: %s', (text, scanned) => {
    const read = readJson(text, LIMITS);
    expect(read !== undefined && 'scan' in read && read.scan !== undefined).toBe(scanned);
  });

  it('that nests too deep is a fault at the first bracket beyond, well-formed or not', () => {
    expect(readJson(nested(8), LIMITS)).toMatchObject({ value: JSON.parse(nested(8)) });
    expect(readJson(nested(9), LIMITS)).toMatchObject({ rule: 'YML006', offset: 8 });
    expect(readJson('['.repeat(9), LIMITS)).toMatchObject({ rule: 'YML006', offset: 8 });
    expect(readJson(`{"a":"${'x'.repeat(70_000)}","b":${nested(9)}}`, LIMITS)).toMatchObject({ rule: 'YML006' });
  });

  it('is not judged beyond that: what is not well-formed is nothing', () => {
    expect(readJson('{"a":', LIMITS)).toBeUndefined();
    expect(readJson(`["${'x'.repeat(70_000)}"`, LIMITS)).toBeUndefined();
  });
});
