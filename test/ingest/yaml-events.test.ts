import { describe, expect, it } from 'vitest';
import { faults, POD, read, values } from './reading.ts';

const SECRET = 'hunter2';

/** Broken documents that hold a secret near the fault, with the place of the fault. */
const BROKEN: readonly (readonly [fault: string, text: string, place: string])[] = [
  ['a tab that indents', `a:\n\tb: ${SECRET}\n`, '2:1'],
  ['a second ": " in a value', `a: b: ${SECRET}\n`, '1:5'],
  ['a bracket that is not closed', `a: [${SECRET}, 2\nb: c\n`, '2:2'],
  ['a quote that is not closed', `a: "${SECRET}\n`, '2:1'],
  ['an escape that is none', `a: "\\q${SECRET}"\n`, '1:6'],
  ['a key without a value', `a:\n  b: c\n  ${SECRET}\n`, '3:3'],
  ['a key without a value before others', `a: b\n${SECRET}\n\nc: d\n`, '2:1'],
  ['an indentation that fits nothing', `a:\n  b: c\n d: ${SECRET}\n`, '3:2'],
  ['an anchor twice', `a: &${SECRET} &y b\n`, '1:13'],
  ['a tag that is no tag', `a: !<${SECRET}^> b\n`, '1:15'],
  ['a handle that nobody declared', `a: !${SECRET}!x b\n`, '1:14'],
  ['a control character', `a: ${SECRET}\u0007c\n`, '1:11'],
];

describe('a document that is no YAML', () => {
  it.each(BROKEN)('is a finding where it breaks: %s', (_, text, place) => {
    expect(faults(read(text))).toEqual([`YML001 ${place}`]);
  });

  it.each(BROKEN)('is never quoted, for it may hold secrets: %s', (_, text) => {
    expect(JSON.stringify(read(text).findings.map((finding) => finding.message))).not.toContain(SECRET);
  });

  it('makes the answer incomplete, and leaves the other documents alone', () => {
    const parsed = read(`a: b: c\n---\n${POD}---\n"\n---\n${POD}`);
    expect(values(parsed)).toHaveLength(2);
    expect(parsed.findings.map(({ severity, unreadable }) => [severity, unreadable])).toEqual([
      ['error', true],
      ['error', true],
    ]);
  });
});

describe('a document that is too deep or too large', () => {
  it('nests as deep as the limit, no deeper', () => {
    const nested = (depth: number) => `apiVersion: v1\nkind: A\nx: ${'['.repeat(depth)}1${']'.repeat(depth)}\n`;
    expect(faults(read(nested(63)))).toEqual([]);
    expect(faults(read(nested(64)))).toEqual(['YML006 3:68']);
    expect(faults(read(nested(64).replace('1]', ']')))).toEqual(['YML006 3:67']);
  });

  it.each(['[', '{', '- ', '? ', ': ', '{{', '[{'])('is refused before the stack is spent: %j', (open) => {
    const parsed = read(`x: 1\n---\n${open.repeat(100_000)}\n---\n${POD}`);
    expect(parsed.findings.map(({ rule }) => rule).at(-1)).toMatch(/^YML00[64]$/);
    expect(values(parsed)).toHaveLength(1);
  });

  it('is refused at 3,000 brackets and at 1,000 indentations', () => {
    expect(faults(read('a: '.concat('['.repeat(3000))))).toEqual(['YML006 1:68']);
    const lines = Array.from({ length: 1000 }, (_, i) => `${' '.repeat(i)}a:`);
    expect(faults(read(lines.join('\n')))).toEqual(['YML006 65:65']);
  });

  it('is refused by its nodes', () => {
    const list = (items: number) => `apiVersion: v1\nkind: A\nx: [${'1, '.repeat(items)}]\n`;
    expect(faults(read(list(90), { nodes: 100 }))).toEqual([]);
    expect(faults(read(list(110), { nodes: 100 }))).toEqual(['YML006 3:284']);
    expect(faults(read(list(5000), { nodes: 100 }))).toEqual(['YML006 1:1']);
  });

  it('is not refused for a long text in a block scalar', () => {
    const text = `apiVersion: v1\nkind: ConfigMap\ndata:\n  a: |\n${'    1,1,1,1\n'.repeat(40_000)}`;
    expect(faults(read(text))).toEqual([]);
  });
});
