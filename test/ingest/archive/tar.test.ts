import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS, type Limits } from '../../../src/ingest/index.ts';
import { gzip, tar } from '../../support/pack.ts';
import { POD, problemOf, readBodyOf, streamOf } from '../reading.ts';

type Packed = Parameters<typeof tar>[0];

const limited = (limits: Partial<Limits>) => ({ ...DEFAULT_LIMITS, ...limits });
const read = async (entries: Packed, limits: Partial<Limits> = {}) =>
  (await readBodyOf(streamOf(await tar(entries)), 'application/x-tar', limited(limits))).bundle;
const refusal = (entries: Packed, limits: Partial<Limits>) => problemOf(() => read(entries, limits));

/** Bytes in pieces of this length. */
const pieces = (bytes: Uint8Array, length: number): Uint8Array[] =>
  Array.from({ length: Math.ceil(bytes.length / length) }, (_, i) => bytes.subarray(i * length, (i + 1) * length));

describe('a tar archive', () => {
  it('gives its manifests under the names they have in it, long ones too', async () => {
    const long = `${'folder/'.repeat(40)}a.yaml`;
    const { files } = await read([
      ['./a.yaml', POD],
      [long, POD],
      ['.env', 'A=1'],
    ]);
    expect(files.map(({ path }) => path)).toEqual(['.env', 'a.yaml', long]);
  });

  it('notes links, other files, and paths that lead out, and passes over folders', async () => {
    const { files, skipped } = await read([
      ['a.yaml', POD],
      { header: { name: 'dir/', type: 'directory', size: 0 } },
      { header: { name: 'link.yaml', type: 'symlink', linkname: '/etc/passwd', size: 0 } },
      { header: { name: 'hard.yaml', type: 'link', linkname: 'a.yaml', size: 0 } },
      { header: { name: 'device.yaml', type: 'character-device', size: 0 } },
      ['logo.png', 'x'],
      ['._a.yaml', 'x'],
      ['a/../../b.yaml', POD],
    ]);
    expect(files.map(({ path }) => path)).toEqual(['a.yaml']);
    expect(skipped?.map(({ path, why }) => `${why} ${path}`)).toEqual([
      'link link.yaml',
      'link hard.yaml',
      'link device.yaml',
      'other logo.png',
      'other ._a.yaml',
      'outside a/../../b.yaml',
    ]);
  });

  it('may come in pieces of any length, packed or not', async () => {
    const archive = await tar([
      ['a.yaml', POD],
      ['b.yaml', POD.repeat(200)],
    ]);
    for (const bytes of [archive, gzip(archive)]) {
      for (const length of [1, 7, 512, 100_000]) {
        const { bundle } = await readBodyOf(streamOf(...pieces(bytes, length)), null);
        expect(bundle.files.map((file) => file.bytes.length)).toEqual([POD.length, POD.length * 200]);
      }
    }
  });

  it('that breaks off is refused, wherever it does', async () => {
    const archive = await tar([['a.yaml', POD.repeat(40)]]);
    for (const bytes of [archive, gzip(archive)]) {
      for (let length = 300; length < bytes.length - 1_024; length += 37) {
        const { code } = await problemOf(() => readBodyOf(streamOf(bytes.subarray(0, length)), 'application/gzip'));
        expect(code).toBe('malformed-body');
      }
    }
  });

  it('with a header that was changed is refused', async () => {
    const archive = await tar([['a.yaml', POD]]);
    for (const at of [0, 100, 124, 148, 156]) {
      const bent = archive.slice();
      bent[at] = (bent[at] ?? 0) ^ 1;
      expect((await problemOf(() => readBodyOf(streamOf(bent), 'application/x-tar'))).code).toBe('malformed-body');
    }
  });

  it('without a manifest is an empty bundle, and the answer says what it has', async () => {
    const problem = await refusal([['README.md', 'x']], {});
    expect(problem).toMatchObject({ code: 'empty-bundle', detail: expect.stringContaining('README.md') });
  });
});

describe('a tar archive that holds too much is refused', () => {
  const many: Packed = Array.from({ length: 4 }, (_, n) => [`${n}.yaml`, POD]);

  it('by its files and its entries', async () => {
    expect(await refusal(many, { files: 3 })).toMatchObject({ limit: 'files', value: 4 });
    expect(await refusal(many, { entries: 3 })).toMatchObject({ limit: 'entries', value: 4 });
  });

  it('by its length, unpacked', async () => {
    const packed = gzip(await tar([['a.yaml', 'x'.repeat(5_000)]]));
    const work = () => readBodyOf(streamOf(packed), null, limited({ inflatedBytes: 4_000 }));
    expect(await problemOf(work)).toMatchObject({ code: 'limit-exceeded', limit: 'inflatedBytes', maximum: 4_000 });
  });
});
