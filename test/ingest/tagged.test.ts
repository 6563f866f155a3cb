import { describe, expect, it } from 'vitest';
import { faults, read, values } from './reading.ts';

/** Measured with kubectl 1.32.4. */
const TAGGED: readonly (readonly [text: string, value: unknown])[] = [
  ['!!str 12', '12'],
  ['!!int "12"', 12],
  ['!!float 3', 3],
  ['!!bool "yes"', true],
  ['!!timestamp 2024-01-15', '2024-01-15'],
  ['!!binary aGVsbG8=', 'hello'],
  ['!<tag:yaml.org,2002:int> "7"', 7],
  ['!foo bar', 'bar'],
  ['!foo 12', '12'],
  ['! 12', '12'],
  ['!!set {a}', { a: null }],
  ['!!omap [a: 1]', [{ a: 1 }]],
];

describe('a tag', () => {
  it.each(TAGGED)('%s is read as kubectl reads it', (text, value) => {
    expect(values(read(`apiVersion: v1\nkind: A\nk: ${text}\n`))).toEqual([{ apiVersion: 'v1', kind: 'A', k: value }]);
  });

  it.each(['!!int abc', '!!null x', '!!bool 12', '!!binary "@@"'])('%s is refused where it stands', (text) => {
    expect(faults(read(`apiVersion: v1\nkind: A\nk: ${text}\n`))).toEqual(['YML001 3:4']);
  });
});
