import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS, LIMITS, parseBundle } from '../../src/ingest/index.ts';
import { bundleOf, POD, problemOf, read } from './reading.ts';

describe('a bundle', () => {
  it('is read in the order of its paths, whatever the order of the upload', () => {
    const files = { 'b.yaml': POD, 'a.yaml': `${POD}x: 1\n`, 'B.json': `{"apiVersion":"v1","kind":"A"}` };
    const reversed = Object.fromEntries(Object.entries(files).toReversed());
    const parsed = parseBundle(bundleOf(files));
    expect(parsed.documents.map(({ source }) => source.path)).toEqual(['B.json', 'a.yaml', 'b.yaml']);
    expect(parseBundle(bundleOf(reversed))).toEqual(parsed);
  });

  it('may have as many files as the limit, no more', async () => {
    const limits = { ...DEFAULT_LIMITS, files: 1 };
    expect(parseBundle(bundleOf({ a: POD }), limits).documents).toHaveLength(1);
    expect(await problemOf(() => parseBundle(bundleOf({ a: POD, b: POD }), limits))).toMatchObject({
      code: 'limit-exceeded',
      limit: 'files',
      value: 2,
      maximum: 1,
    });
  });

  it.each([
    ['YAML documents', `${POD}---\n`.repeat(4)],
    ['JSON objects', '{"apiVersion":"v1","kind":"A"}\n'.repeat(4)],
    ['items of a JSON list', JSON.stringify({ kind: 'List', items: Array(4).fill({ apiVersion: 'v1', kind: 'A' }) })],
    ['items of a YAML list', `kind: List\nitems:\n${'- {apiVersion: v1, kind: A}\n'.repeat(4)}`],
    ['documents that are skipped', 'a\n---\n'.repeat(4)],
    ['documents that are broken', '"\n---\n'.repeat(4)],
  ])('may have as many objects as the limit, no more: %s', async (_, text) => {
    read(text, { objects: 4 });
    expect(await problemOf(() => read(text, { objects: 3 }))).toMatchObject({
      code: 'limit-exceeded',
      limit: 'objects',
      value: 4,
      maximum: 3,
    });
  });

  it('stops at the limit, not at the end, and does not mind 300,000 empty documents', async () => {
    const broken = `${'---\na\n'.repeat(101)}${'"'.repeat(1_000_000)}`;
    expect(await problemOf(() => read(broken, { objects: 100 }))).toMatchObject({ limit: 'objects', value: 101 });
    expect(read('---\n---\n'.repeat(300_000)).findings).toEqual([]);
  });

  it('gives up on a file, and on that file alone, after too many faults', () => {
    const broken = `"\n---\n${POD}---\n`.repeat(10);
    const parsed = parseBundle(bundleOf({ a: broken, b: POD }), { ...DEFAULT_LIMITS, faults: 3 });
    expect(parsed.findings.map(({ rule }) => rule)).toEqual(['YML001', 'YML001', 'YML001', 'YML006']);
    expect(parsed.findings.every(({ unreadable }) => unreadable)).toBe(true);
    expect(parsed.documents).toHaveLength(3);
    expect(read('{"a":\n'.repeat(10), { faults: 3 }, 'a.ndjson').findings).toHaveLength(4);
  });
});

describe('every limit', () => {
  it('has a positive value, a unit and a reason, and is a default', () => {
    for (const [name, limit] of Object.entries(LIMITS)) {
      expect(limit.value).toBeGreaterThan(0);
      expect(limit.unit).not.toBe('');
      expect(limit.reason).toMatch(/\.$/);
      expect(DEFAULT_LIMITS).toHaveProperty(name, limit.value);
    }
  });
});
