import { describe, expect, it } from 'vitest';
import { ObjectScope } from '../../src/kubernetes/field.ts';
import { readTexts } from '../../src/kubernetes/texts.ts';
import { briefly, documentOf } from '../support/bundle.ts';

function read(text: string) {
  const scope = new ObjectScope(documentOf(`apiVersion: v1\nkind: X\nm: ${text}\n`));
  return { texts: readTexts(scope.root.at('m')), faults: scope.findings };
}

describe('a mapping of text', () => {
  it.each([
    [
      '{ b: x, a: "" }',
      [
        ['b', 'x'],
        ['a', ''],
      ],
    ],
    [
      '{ a: null, b: x }',
      [
        ['a', ''],
        ['b', 'x'],
      ],
    ],
    [
      '{ __proto__: x, constructor: "y" }',
      [
        ['__proto__', 'x'],
        ['constructor', 'y'],
      ],
    ],
    ['{}', []],
    ['null', []],
  ])('written %s is kept in file order', (text, expected) => {
    const { texts, faults } = read(text);
    expect([...texts]).toEqual(expected);
    expect(texts.size).toBe(expected.length);
    const each: [string, string][] = [];
    texts.forEach((value, key) => {
      each.push([key, value]);
    });
    expect(each).toEqual(expected);
    expect(faults).toEqual([]);
  });

  it.each(['{ a: x }', '{ a: x, b: null }'])('written %s has its own keys and no others', (text) => {
    const { texts } = read(text);
    expect(texts.get('a')).toBe('x');
    for (const key of ['toString', 'constructor', '__proto__', 'c']) {
      expect(texts.has(key)).toBe(false);
      expect(texts.get(key)).toBeUndefined();
    }
  });

  it('leaves out what is no text, and says so', () => {
    const { texts, faults } = read('{ a: 1, b: x }');
    expect([...texts]).toEqual([['b', 'x']]);
    expect(faults.map(briefly)).toEqual(['YML005 /m/a !']);
  });
});
