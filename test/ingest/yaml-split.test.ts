import { describe, expect, it } from 'vitest';
import { splitDocuments } from '../../src/ingest/yaml-split.ts';
import { faults, POD, read, values } from './reading.ts';

function split(text: string): string[] {
  return [...splitDocuments(text)].map(({ start, end }) => text.slice(start, end));
}

describe('a stream of YAML', () => {
  it('is cut at "---" lines', () => {
    expect(split('a: 1\n---\nb: 2\n---\nc: 3\n')).toEqual(['a: 1\n', '---\nb: 2\n', '---\nc: 3\n']);
  });

  it('keeps the text behind "--- " in the document', () => {
    expect(split('--- {a: 1}\n--- # two\nb: 2')).toEqual(['--- {a: 1}\n', '--- # two\nb: 2']);
  });

  it('is not cut where "---" goes on, is indented or ends a line', () => {
    expect(split('a: x---\n----\n ---\n---b\n...c\n')).toHaveLength(1);
  });

  it.each(['\n', '\r\n', '\r'])('is cut whatever ends its lines (%j)', (end) => {
    expect(split(['a: 1', '---', 'b: 2', '...', '# c', '---', 'd: 4'].join(end))).toHaveLength(3);
  });

  it('gives directives to the document that follows', () => {
    expect(split('%YAML 1.1\n# c\n---\na: 1\n...\n%TAG ! x:\n---\nb: 2\n')).toHaveLength(2);
    expect(values(read(`%YAML 1.1\n---\n${POD}...\n%TAG ! x:\n---\n${POD}`))).toHaveLength(2);
  });

  it('starts behind a byte order mark', () => {
    expect(values(read(`\uFEFF---\n${POD}---\n${POD}`))).toHaveLength(2);
  });

  it.each(['', '---\n', '---\n---\n', '# only\n', '--- # c\n...\n', '...\n...\n', '\uFEFF', ' \t\r\n'])(
    'passes over empty documents in silence (%j)',
    (text) => {
      expect(split(text)).toEqual([]);
      expect(faults(read(text))).toEqual([]);
    },
  );

  it('passes over a document of null, as kubectl does', () => {
    expect(faults(read(`~\n---\nnull\n---\n${POD}`))).toEqual([]);
  });

  it('cuts inside a block scalar or a quote only where YAML ends it too', () => {
    const parsed = read(`apiVersion: v1\nkind: A\ntext: |\n  ---\n  x\nquoted: "a\n  --- b"\n---\n${POD}`);
    expect(values(parsed)).toEqual([
      { apiVersion: 'v1', kind: 'A', text: '---\nx\n', quoted: 'a --- b' },
      { apiVersion: 'v1', kind: 'Pod' },
    ]);
  });
});
