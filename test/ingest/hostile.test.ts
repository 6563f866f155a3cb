import { describe, expect, it } from 'vitest';
import { Locator } from '../../src/ingest/index.ts';
import { POD, read } from './reading.ts';

const N = 200_000;
const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('');

/** Texts that are quadratic, exponential or fatal to a careless reader. All of them together take a few seconds. */
const HOSTILE: Readonly<Record<string, string>> = {
  'many keys': `${POD}x:\n${lines(50_000, (i) => `  k${i}: v\n`)}`,
  'many anchors': `${POD}x:\n${lines(50_000, (i) => `  k${i}: &a${i} v\n`)}`,
  'many aliases': `${POD}a: &a x\nx:\n${lines(50_000, (i) => `  k${i}: *a\n`)}`,
  'many equal keys': `${POD}x:\n${lines(50_000, () => '  k: v\n')}`,
  'many equal keys in JSON': `{"apiVersion":"v1","kind":"A",${'"a":1,'.repeat(50_000)}"z":2}`,
  'anchors in a row': `a: ${'&a '.repeat(N)}`,
  'tags in a row': `a: ${'!a '.repeat(N)}`,
  'tags on lines': `a: ${'!a\n '.repeat(N)}`,
  'pairs in a list': `[${'a: b, '.repeat(N)}]`,
  'a long key': `? [${'a,'.repeat(N)}]\n: b`,
  spaces: ' '.repeat(N),
  'spaces behind a key': `a:${' '.repeat(N)}b`,
  quotes: '"'.repeat(N),
  backslashes: `{"a":"${'\\'.repeat(N)}`,
  'escaped quotes': `{"a":"${'\\"'.repeat(N)}`,
  escapes: `a: "${'\\x41'.repeat(N)}"`,
  comments: '#\n'.repeat(N),
  dashes: '-'.repeat(N),
  dots: '...\n'.repeat(N),
  percents: '%a\n'.repeat(N),
  'byte order marks': '\uFEFF\n'.repeat(N),
  'carriage returns': 'a: b\r'.repeat(N),
  'a folded text': `a: >\n${' x\n\n'.repeat(N)}`,
  templates: '{{ x }}\n'.repeat(N),
  'templates and quotes': 'a: {{ x }}"\n'.repeat(N),
  'hanging lines': `a: [\n${'1,\n'.repeat(100_000)}]\n`,
  'hanging lines of a deep bracket': `${' '.repeat(N)}a: [\n${'1,\n'.repeat(N)}]\n`,
  'a hanging quote': `a: "${'x\n'.repeat(N)}"\n`,
  'broken documents': '---\na: b: c\n'.repeat(N),
  'broken lines': `{"a":1}\n${'{\n'.repeat(N)}`,
  'lists in lists': `${'{"kind":"List","items":['.repeat(31)}${']}'.repeat(31)}`,
};

describe('a hostile file', () => {
  it.each(Object.entries(HOSTILE))('is read or refused, and its findings are located: %s', (_, text) => {
    const { documents, findings } = read(text);
    const locator = new Locator();
    for (const { place, message } of findings.slice(0, 10)) {
      expect(message.length).toBeLessThan(400);
      if (place) expect(locator.locate(place).line).toBeGreaterThan(0);
    }
    for (const document of documents) locator.locate({ document, pointer: '/kind' });
  });
});
