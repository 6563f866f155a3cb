import { describe, expect, it } from 'vitest';
import { Locator } from '../../src/ingest/index.ts';
import { faults, POD, read, values } from './reading.ts';

/** Accepted by kubectl 1.32.4 with these very values. */
const HANGING: readonly (readonly [what: string, text: string, value: unknown])[] = [
  ['a bracket that closes below its key', 'x: [\n  1,\n  2\n]\n', [1, 2]],
  ['a brace that closes below its key', 'x: {\n  a: 1\n}\n', { a: 1 }],
  ['items below their key', 'x: [\n"a", # it\'s [\n"b"\n]\n', ['a', 'b']],
  ['a quoted text that goes on below its key', 'x: \'{\n  "a": "b"\n}\'\n', '{ "a": "b" }'],
  ['a double-quoted text', 'x: "a\nb\n\nc"\n', 'a b\nc'],
  ['a bracket behind an anchor', 'x: &a [\n1\n]\n', [1]],
  ['a bracket in a list', 'x:\n- a: [\n  1\n  ]\n  b: |\n    [\n- "\n  c"\n', [{ a: [1], b: '[\n' }, ' c']],
  ['a plain text with brackets before', "y: a[0] it's\nx: [\n]\n", []],
];

describe('a line inside a bracket or a quote', () => {
  it.each(HANGING)('may hang, as for kubectl: %s', (_, text, value) => {
    const parsed = read(POD + text);
    expect(faults(parsed)).toEqual([]);
    expect((values(parsed)[0] as { x: unknown }).x).toEqual(value);
  });

  it('moves no place in the file', () => {
    const text = `${POD}spec:\n  x: [\n{a: 1},\n  &b {b: &c !!int 2}\n]\n  w: {\n}\n  z: 1\n  z: 2\n`;
    const parsed = read(text);
    const [document] = parsed.documents;
    if (!document) throw new Error('no document');
    const locator = new Locator();
    const places = ['/spec/x/0/a', '/spec/x/1', '/spec/x/1/b', '/spec/w'].map((pointer) => {
      const { line, column } = locator.locate({ document, pointer });
      return `${line}:${column}`;
    });
    expect(places).toEqual(['5:2', '6:3', '6:7', '8:3']);
    expect(faults(parsed)).toEqual(['YML002 11:3']);
  });

  it('does not hide a fault further down', () => {
    expect(faults(read(`${POD}x: [\n1\n]\ny: z: 1\n`))).toEqual(['YML001 6:5']);
    expect(faults(read(`${POD}x: [\n1\ny: z\n`))).toEqual(['YML001 5:2']);
  });
});
