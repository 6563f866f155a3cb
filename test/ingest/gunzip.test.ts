import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS, type DocumentSink, parseBundle, readBody, receiveBody } from '../../src/ingest/index.ts';
import { concat, gzip, zip } from '../support/pack.ts';
import { POD, problemOf, readBodyOf, streamOf } from './reading.ts';

const BOMB = gzip(new Uint8Array(40_000_000));

describe('a gzip stream', () => {
  it('is read as what it holds, whatever its type says', async () => {
    for (const type of [
      'application/gzip',
      'application/x-gzip',
      'application/yaml',
      'application/octet-stream',
      null,
    ]) {
      const { bundle } = await readBodyOf(streamOf(gzip(POD)), type);
      expect(bundle.files.map(({ path, bytes }) => [path, bytes.length])).toEqual([['manifest.yaml', POD.length]]);
    }
  });

  it('may hold an envelope with options', async () => {
    const packed = gzip(JSON.stringify({ files: [{ path: 'a.yaml', content: POD }], namespace: 'x' }));
    expect((await readBodyOf(streamOf(packed), 'application/json')).options).toEqual({ namespace: 'x' });
  });

  it('of one long list is handed on object by object', async () => {
    const items = Array.from({ length: 40 }, (_, n) => ({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: `p${n}` },
    }));
    const packed = gzip(JSON.stringify({ apiVersion: 'v1', kind: 'List', items }));
    let taken = 0;
    const begin = (): DocumentSink => ({
      take() {
        taken += 1;
        return 'head';
      },
    });
    const limits = { ...DEFAULT_LIMITS, wholeBytes: 400 };
    const { streamed } = await receiveBody({ body: streamOf(packed), contentType: null }, { begin, limits });
    expect([streamed !== undefined, taken]).toEqual([true, 40]);
  });

  it('may be the encoding of any other body, a gzipped archive among them', async () => {
    const arriving = (body: Uint8Array, contentType: string | null) =>
      readBody({ body: streamOf(body), contentType, contentEncoding: 'gzip' });
    expect((await arriving(gzip(gzip(POD)), 'application/gzip')).bundle.files).toHaveLength(1);
    expect((await arriving(gzip(zip([{ path: 'a.yaml', content: POD }])), null)).bundle.files).toHaveLength(1);
    expect((await problemOf(() => arriving(new TextEncoder().encode(POD), null))).code).toBe('malformed-body');
  });

  it('that holds another one, or a zip archive, is refused', async () => {
    for (const inner of [gzip(POD), zip([{ path: 'a.yaml', content: POD }])]) {
      const { code } = await problemOf(() => readBodyOf(streamOf(gzip(inner)), null));
      expect(code).toBe('unsupported-media-type');
    }
  });

  it('that is damaged, breaks off or goes on behind its end is refused', async () => {
    const packed = gzip(POD.repeat(50));
    const damaged = packed.slice();
    damaged[packed.length - 6] = (damaged[packed.length - 6] ?? 0) ^ 0xff;
    for (const bytes of [
      damaged,
      packed.subarray(0, -1),
      packed.subarray(0, 12),
      concat([packed, new Uint8Array([7])]),
    ]) {
      expect((await problemOf(() => readBodyOf(streamOf(bytes), null))).code).toBe('malformed-body');
    }
  });

  it('that stands for far more than its length is refused before it is unpacked', async () => {
    const problem = await problemOf(() => readBodyOf(streamOf(BOMB), null));
    expect(problem).toMatchObject({ code: 'limit-exceeded', limit: 'inflationRatio', maximum: 100 });
    const counts: number[] = [];
    const counted = (bytes: number) => counts.push(bytes);
    await problemOf(() => readBody({ body: streamOf(BOMB), contentType: null }, { counted }));
    expect(Math.max(...counts)).toBeLessThan(4_000_000);
  });
});

describe('what was not read of an archive', () => {
  it('is told: manifests one by one, which makes the answer incomplete, all others in one sentence', () => {
    const skipped = [
      ...Array.from({ length: 7 }, (_, n) => ({ path: `${n}.md`, why: 'other' as const })),
      { path: 'b.yaml', why: 'link' as const },
      { path: 'a.yaml', why: 'encrypted' as const },
    ];
    const { findings } = parseBundle({ files: [], skipped });
    expect(findings.map(({ rule, severity, unreadable = false }) => `${rule} ${severity} ${unreadable}`)).toEqual([
      'YML009 error true',
      'YML009 warning false',
      'YML009 info false',
    ]);
    expect(findings[2]?.message).toContain('7 entries of the archive');
    expect(findings[2]?.message).toContain('and 2 more');
  });
});
