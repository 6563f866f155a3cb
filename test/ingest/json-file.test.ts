import { describe, expect, it } from 'vitest';
import { faults, POD, read, values } from './reading.ts';

const A = '{"apiVersion":"v1","kind":"A"}';
const B = '{"apiVersion":"v1","kind":"B"}';
const C = '{"apiVersion":"v1","kind":"C"}';

function kinds(text: string, path?: string): unknown[] {
  return read(text, {}, path).documents.map(({ value }) => value['kind']);
}

describe('a file of JSON', () => {
  it('may hold one object, several behind each other, or one per line', () => {
    expect(kinds(`\n ${A}\n`)).toEqual(['A']);
    expect(kinds(`${A}${B} ${C}`)).toEqual(['A', 'B', 'C']);
    expect(kinds(`${A}\n${B}\r\n\n${C}`)).toEqual(['A', 'B', 'C']);
    expect(kinds(`{\n"apiVersion":"v1","kind":"A"}\n${B}`)).toEqual(['A', 'B']);
    expect(kinds(`${B}\n{\n"apiVersion":"v1","kind":"A"}\n${B}`)).toEqual(['B', 'A', 'B']);
  });

  it('loses only the line that is broken when it has one object per line', () => {
    const text = `${A}\n{"apiVersion":\nnonsense\n${B}`;
    expect(kinds(text)).toEqual(['A', 'B']);
    expect(faults(read(text))).toEqual(['YML001 2:1', 'YML001 3:1']);
  });

  it('is read by lines when its name says so, from the first line on', () => {
    expect(kinds(`broken\n${A}\n${B}`, 'a.ndjson')).toEqual(['A', 'B']);
    expect(kinds(`{\n${A}`, 'a.JSONL')).toEqual(['A']);
  });

  it('may be separated as YAML is', () => {
    expect(kinds(`${A}\n---\n${B}\n# c\n---\n${POD}`)).toEqual(['A', 'B', 'Pod']);
  });

  it('that is none is read as YAML', () => {
    expect(kinds('{apiVersion: v1, kind: A}')).toEqual(['A']);
    expect(faults(read('{"apiVersion":"v1"'))).toEqual(['YML001 1:19']);
  });

  it('keeps keys that objects inherit as keys of its own', () => {
    const [value] = values(read('{"apiVersion":"v1","kind":"A","__proto__":{"polluted":1}}'));
    expect(Object.keys(value as object)).toContain('__proto__');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('nests as deep as the limit, no deeper, and then is not parsed', () => {
    const nested = (depth: number) => `{"apiVersion":"v1","kind":"A","x":${'['.repeat(depth)}${']'.repeat(depth)}}`;
    expect(faults(read(nested(63)))).toEqual([]);
    expect(faults(read(nested(64)))).toEqual(['YML006 1:98']);
    expect(faults(read('[{"a":'.repeat(100_000)))).toEqual(['YML006 1:193']);
    expect(kinds(`${A}\n${nested(64)}\n${B}`)).toEqual(['A', 'B']);
    expect(kinds(`${A} ${nested(64)}`)).toEqual(['A']);
  });
});
