import { describe, expect, it } from 'vitest';
import { scanJson } from '../../src/ingest/json-scan.ts';

describe('the scan of JSON', () => {
  it('ends behind the bracket that closes the value', () => {
    expect(scanJson(' {"a}":["\\"]"]} x', 1, 64)).toMatchObject({ end: 15, tooDeep: -1 });
    expect(scanJson('[1,2', 0, 64).end).toBe(-1);
    expect(scanJson('["', 0, 64).end).toBe(-1);
  });

  it('counts the keys that are written, not colons in strings', () => {
    expect(scanJson('{"a:":{"b":":"},"a:":[{"c":1}]}', 0, 64)).toMatchObject({ keys: 4, topKeys: ['a:', 'a:'] });
  });

  it('notes the items of the root list and of the items of the root, no others', () => {
    const items = (text: string) => scanJson(text, 0, 64).items.map(({ start, end }) => text.slice(start, end));
    expect(items('[{"a":[{}]}, [1], 3, {},"a,b",null]')).toEqual(['{"a":[{}]}', '[1]', '3', '{}', '"a,b"', 'null']);
    expect(items('"a"')).toEqual([]);
    expect(items('{"x":[{}],"items":[{"items":[{}]}],"y":[{}]}')).toEqual(['{"items":[{}]}']);
    expect(items('{"x":{"items":[{}]}}')).toEqual([]);
    expect(items('{"items":{"a":[{}]}}')).toEqual([]);
    expect(items('{"items":1,"x":[{}]}')).toEqual([]);
  });

  it('stops at the first bracket too deep', () => {
    expect(scanJson('[[[[', 0, 2)).toMatchObject({ tooDeep: 2, end: -1 });
  });
});
