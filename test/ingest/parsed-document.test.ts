import { describe, expect, it } from 'vitest';
import { headOf, type ParsedDocument } from '../../src/ingest/index.ts';
import { read } from './reading.ts';

/** The documents of a text and their values, once they have been forgotten. */
function again(
  text: string,
  path?: string,
): { readonly documents: readonly ParsedDocument[]; readonly values: unknown[] } {
  const { documents } = read(text, {}, path);
  for (const document of documents) document.forget(true);
  return { documents, values: documents.map(({ value }) => value) };
}

const POD = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'x' } };

describe('the value of a document that was forgotten', () => {
  it.each([
    ['of YAML, by the rules of YAML', 'apiVersion: v1\nkind: Pod\na: yes\n---\napiVersion: v1\nkind: Pod\na: 010\n'],
    ['of JSON, by the rules of JSON', '{"apiVersion":"v1","kind":"Pod","a":"yes","b":1e2}'],
    ['of a line of JSON', '{"apiVersion":"v1","kind":"A"}\n{"apiVersion":"v1","kind":"B","x":"\\ud83c\\udf89"}\n'],
    ['of an item of a JSON list', JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [POD, { ...POD, a: 1 }] })],
    ['of an item of a typed list', JSON.stringify({ apiVersion: 'v1', kind: 'PodList', items: [{ a: 1 }, POD] })],
    ['of an item of a YAML list', 'apiVersion: v1\nkind: List\nitems:\n- &p {apiVersion: v1, kind: Pod}\n- *p\n'],
    [
      'of a long YAML list',
      `apiVersion: v1\nkind: List\nitems:\n${'- apiVersion: v1\n  kind: Pod\n  a: on\n'.repeat(9_000)}`,
    ],
  ])('is had again: %s', (_what, text) => {
    expect(again(text).values).toEqual(read(text).documents.map(({ value }) => value));
  });

  it('is made anew, but once for several questions', () => {
    const [document, other] = again('{"apiVersion":"v1","kind":"A"}\n{"apiVersion":"v1","kind":"B"}').documents;
    const value = document?.value;
    expect(document?.value).toBe(value);
    expect(other?.value).toEqual({ apiVersion: 'v1', kind: 'B' });
    expect(document?.value).not.toBe(value);
    expect(document?.value).toEqual(value);
  });
});

describe('the head of a document', () => {
  it.each([
    ['{}', { apiVersion: '', kind: '', name: '', namespace: '' }],
    [
      '{ apiVersion: a/v1, kind: K, metadata: { name: a, namespace: s, generateName: g } }',
      { name: 'a', namespace: 's' },
    ],
    ['{ kind: K, metadata: { generateName: g- } }', { kind: 'K', name: 'g-' }],
    ['{ apiVersion: 1, kind: [K], metadata: { name: 2 } }', { apiVersion: '', kind: '', name: '' }],
    ['{ metadata: x }', { name: '' }],
  ])('of %s is what it says as text', (text, head) => {
    const [document] = read(`services: {}\nx: ${text}\n`).documents;
    expect(headOf({ value: document?.value['x'] as never })).toMatchObject(head);
  });

  it('is known when the value is not', () => {
    const [document] = again('apiVersion: v1\nkind: Pod\nmetadata: { name: x, namespace: s }\n').documents;
    expect(document?.head).toEqual({ apiVersion: 'v1', kind: 'Pod', name: 'x', namespace: 's' });
  });
});
