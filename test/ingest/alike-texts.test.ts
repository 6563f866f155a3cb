import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AlikeTexts } from '../../src/ingest/alike-texts.ts';
import type { JsonValue } from '../../src/ingest/document.ts';

/** Reads texts one behind the other, as a file of lines is read; tells which were not parsed. */
function readAll(texts: readonly string[]): { readonly values: JsonValue[]; readonly alike: number[] } {
  const reader = new AlikeTexts();
  const alike: number[] = [];
  const values = texts.map((text, i): JsonValue => {
    const known = reader.read(text);
    if (known !== undefined) {
      alike.push(i);
      return known;
    }
    const value = JSON.parse(text) as JsonValue;
    reader.learn({ text, value });
    return value;
  });
  return { values, alike };
}

const podText = (name: string, ip: string): string =>
  JSON.stringify({ kind: 'Pod', metadata: { name, labels: { app: 'web' } }, status: { podIPs: [{ ip }], podIP: ip } });

describe('texts that are alike', () => {
  it('are told from the third on, and have the values they would be parsed to', () => {
    const texts = [0, 1, 2, 3, 4].map((i) => podText(`web-${i}`.repeat(i + 1), `10.0.0.${i}`));
    const { values, alike } = readAll(texts);
    expect(values).toEqual(texts.map((text) => JSON.parse(text)));
    expect(values.map((value) => JSON.stringify(value))).toEqual(texts);
    expect(alike).toEqual([2, 3, 4]);
  });

  it('share what has no other string in it', () => {
    const { values } = readAll([0, 1, 2, 3].map((i) => podText(`web-${i}`, `10.0.0.${i}`)));
    const labels = values.map((value) => (value as Record<string, Record<string, JsonValue>>)['metadata']?.['labels']);
    expect(labels[3]).toBe(labels[1]);
  });

  it.each([
    ['another key', '{"name":"c","other":1}'],
    ['a key that stands twice', '{"name":"c","n":1,"n":1}'],
    ['another number', '{"name":"c","n":10}'],
    ['white space', '{"name": "c","n":1}'],
    ['more behind it', '{"name":"c","n":1} '],
    ['an escape', '{"name":"\\u0041","n":1}'],
    ['a quote within', '{"name":"a\\"","n":1}'],
    ['a control character', '{"name":"a\tb","n":1}'],
    ['no end', '{"name":"c'],
    ['another type', '{"name":null,"n":1}'],
  ])('are not those with %s', (_, text) => {
    const reader = new AlikeTexts();
    for (const name of ['a', 'b']) reader.learn({ text: `{"name":"${name}","n":1}`, value: { name, n: 1 } });
    expect(reader.read('{"name":"c","n":1}')).toEqual({ name: 'c', n: 1 });
    expect(reader.read(text)).toBeUndefined();
  });

  it('are not looked for where the order of keys is not that of the text, or a key means something else', () => {
    for (const key of ['10', '__proto__']) {
      const texts = ['a', 'b', 'c'].map((v) => `{"x":"${v}","${key}":"${v}","9":"y"}`);
      expect(readAll(texts).alike).toEqual([]);
    }
  });

  it('are looked for again where many in a row were not alike', () => {
    const others = Array.from({ length: 3_000 }, (_, i) => JSON.stringify(Array.from({ length: i % 50 }, String)));
    const pods = Array.from({ length: 300 }, (_, i) => podText(`web-${i}`, `10.0.0.${i}`));
    expect(readAll([...others, ...pods]).alike.length).toBeGreaterThan(200);
  });

  it('have the values they would be parsed to, whatever they are', () => {
    const key = fc.constantFrom('name', 'a', 'b:', '"', '\\', '', '1', '__proto__', 'é');
    const word = fc.oneof(fc.constantFrom('x', 'xx', ',', '":"', '\\"', '\\', '\n', ' ', 'é', '\ud800'), fc.string());
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        word,
        fc.constantFrom(0, 1.5, true, null),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(key, tie('value'), { maxKeys: 4 }),
      ),
    }));
    const leaf = (template: unknown, words: readonly string[]): string => {
      let i = 0;
      return JSON.stringify(template, (_, v) => (v === 'x' || v === 'xx' ? words[i++ % words.length] : v));
    };
    fc.assert(
      fc.property(
        value,
        fc.array(fc.array(word, { minLength: 1, maxLength: 3 }), { maxLength: 8 }),
        (template, all) => {
          const texts = all.map((words) => leaf(template, words));
          const { values } = readAll(texts);
          expect(values.map((each) => JSON.stringify(each))).toEqual(texts.map((t) => JSON.stringify(JSON.parse(t))));
        },
      ),
    );
  });
});
