import { describe, expect, it } from 'vitest';
import { readZip } from '../../../src/ingest/archive/zip.ts';
import { DEFAULT_LIMITS } from '../../../src/ingest/index.ts';
import { type ZipFile, zip } from '../../support/pack.ts';
import { POD, problemOf } from '../reading.ts';

const A: ZipFile = { path: 'k8s/a.yaml', content: POD };
const read = (files: readonly ZipFile[], limits = {}) => readZip(zip(files), { ...DEFAULT_LIMITS, ...limits });
const refusal = (files: readonly ZipFile[], limits = {}) => problemOf(() => read(files, limits));

describe('a zip archive', () => {
  it('gives its manifests, deflated and stored, under the names they have in it', () => {
    const { files } = read([A, { path: './b.json', content: '{}', method: 0 }]);
    expect(files.map(({ path }) => path)).toEqual(['k8s/a.yaml', 'b.json']);
    expect(new TextDecoder().decode(files[0]?.bytes)).toBe(POD);
  });

  it('notes what it does not take: other names, links, paths that lead out, what is encrypted or packed otherwise', () => {
    const { files, skipped } = read([
      { path: 'folder/', content: '' },
      { path: 'README.md', content: 'x' },
      { ...A, path: 'link.yaml', symlink: true },
      { ...A, path: '../up.yaml' },
      { ...A, path: '/etc/passwd.yaml' },
      { ...A, path: 'c:/x.yaml' },
      { ...A, path: 'secret.yaml', encrypted: true },
      { ...A, path: 'old.yaml', method: 12 },
    ]);
    expect(files).toEqual([]);
    expect(skipped?.map(({ path, why }) => `${why} ${path}`)).toEqual([
      'other README.md',
      'link link.yaml',
      'outside ../up.yaml',
      'outside /etc/passwd.yaml',
      'outside c:/x.yaml',
      'encrypted secret.yaml',
      'method old.yaml',
    ]);
  });

  it('may be empty', () => {
    expect(read([]).files).toEqual([]);
  });
});

describe('a zip archive that lies is refused', () => {
  it.each<[string, Partial<ZipFile>]>([
    ['a smaller size', { size: 3 }],
    ['a larger size', { size: 300 }],
    ['another sum', { crc: 1 }],
    ['another place', { offset: 5 }],
    ['a place beyond its end', { offset: 0x7fffffff }],
    ['a size for what is stored', { method: 0, size: 1 }],
    ['sizes that stand elsewhere', { size: 0xffffffff }],
  ])('with %s', async (_, lie) => {
    expect(await refusal([{ ...A, ...lie }])).toMatchObject({ code: 'malformed-body' });
  });

  it('wherever it breaks off', async () => {
    const whole = zip([A, { ...A, path: 'b.yaml' }]);
    for (let length = 0; length < whole.length; length++) {
      const { code } = await problemOf(() => readZip(whole.subarray(0, length), DEFAULT_LIMITS));
      expect(code).toBe('malformed-body');
    }
  });
});

describe('a zip archive that unpacks to too much is refused', () => {
  const spaces = { path: 'bomb.yaml', content: ' '.repeat(3_000_000) };

  it('by its ratio', async () => {
    expect(await refusal([spaces])).toMatchObject({ code: 'limit-exceeded', limit: 'inflationRatio', maximum: 100 });
  });

  it('by its length, and by that of all its files together', async () => {
    const limits = { inflatedBytes: 100 };
    expect(await refusal([{ path: 'a.yaml', content: 'x'.repeat(101) }], limits)).toMatchObject({
      limit: 'inflatedBytes',
    });
    const half = (path: string) => ({ path, content: 'x'.repeat(60) });
    expect(await refusal([half('a.yaml'), half('b.yaml')], limits)).toMatchObject({ limit: 'inflatedBytes' });
  });

  it('by the size it declares, before anything is inflated', async () => {
    expect(await refusal([{ ...A, size: 0xfffffffe }])).toMatchObject({ limit: 'inflatedBytes', value: 0xfffffffe });
  });

  it('by its files and its entries', async () => {
    const many = Array.from({ length: 4 }, (_, n) => ({ path: `${n}.yaml`, content: POD }));
    expect(await refusal(many, { files: 3 })).toMatchObject({ limit: 'files', value: 4, maximum: 3 });
    expect(await refusal(many, { entries: 3 })).toMatchObject({ limit: 'entries', value: 4, maximum: 3 });
  });
});
