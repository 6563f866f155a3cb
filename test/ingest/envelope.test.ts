import { describe, expect, it } from 'vitest';
import { type Body, DEFAULT_LIMITS, splitPair } from '../../src/ingest/index.ts';
import { bundleOf, POD, problemOf, readBodyOf, streamOf } from './reading.ts';

const FILE = { path: 'a.yaml', content: POD };

const read = (envelope: unknown, type: string | null = null): Promise<Body> =>
  readBodyOf(streamOf(JSON.stringify(envelope)), type);

const pathsOf = ({ bundle }: Pick<Body, 'bundle'>): string[] => bundle.files.map(({ path }) => path);

describe('an envelope of two bundles', () => {
  it('holds the files of both under the names of their sides, and options beside them', async () => {
    const envelope = {
      before: { files: [FILE] },
      after: { files: [FILE, { ...FILE, path: 'x/b.yaml' }] },
      namespace: 'n',
    };
    for (const type of ['application/json', 'application/x-www-form-urlencoded', null]) {
      const body = await read(envelope, type);
      expect(pathsOf(body)).toEqual(['after/a.yaml', 'after/x/b.yaml', 'before/a.yaml']);
      expect(body.options).toEqual({ namespace: 'n' });
      expect(body.sided).toBe(true);
    }
  });

  it('may leave one side empty, or out', async () => {
    expect(pathsOf(await read({ before: { files: [] }, after: { files: [FILE] } }))).toEqual(['after/a.yaml']);
    expect(pathsOf(await read({ before: { files: [FILE] } }))).toEqual(['before/a.yaml']);
  });

  it('is not mistaken for an object that happens to have a `before`', async () => {
    const body = await read({ apiVersion: 'v1', kind: 'A', before: {} });
    expect([pathsOf(body), body.sided]).toEqual([['manifest.json'], false]);
  });

  it('says which of its entries are no files', async () => {
    const problem = await problemOf(() => read({ before: { files: [FILE, 1] }, after: { files: [{ path: 'a' }] } }));
    expect(problem.errors?.map(({ file }) => file)).toEqual(['before.files[1]', 'after.files[0]']);
  });

  it.each([
    ['with nothing on either side', { before: { files: [] }, after: { files: [] } }, 'empty-bundle'],
    ['with a side that is a list', { before: [FILE] }, 'malformed-body'],
    ['with a side that is null', { after: null }, 'malformed-body'],
    ['with files that are no list', { after: { files: {} } }, 'malformed-body'],
    ['with options on one side', { after: { files: [FILE], namespace: 'n' } }, 'malformed-body'],
    ['with files of one bundle, too', { after: { files: [FILE] }, files: [FILE] }, 'malformed-body'],
  ])('%s is a problem', async (_which, envelope, code) => {
    expect((await problemOf(() => read(envelope))).code).toBe(code);
  });

  it('counts the files of both sides', async () => {
    const limits = { ...DEFAULT_LIMITS, files: 1 };
    const text = JSON.stringify({ before: { files: [FILE] }, after: { files: [FILE] } });
    expect(await problemOf(() => readBodyOf(streamOf(text), null, limits))).toMatchObject({ limit: 'files' });
  });
});

describe('two bundles in one', () => {
  const split = (...paths: readonly string[]) => {
    const { before, after } = splitPair(bundleOf(Object.fromEntries(paths.map((path) => [path, POD]))));
    return [before, after].map((bundle) => pathsOf({ bundle }));
  };

  it('are told apart by the first folder, which stays in the names', () => {
    expect(split('before/a.yaml', 'after/a.yaml', './after/b/before/c.yaml')).toEqual([
      ['before/a.yaml'],
      ['after/a.yaml', './after/b/before/c.yaml'],
    ]);
  });

  it('may be one', () => {
    expect(split('after/a.yaml')).toEqual([[], ['after/a.yaml']]);
  });

  it.each(['a.yaml', 'x/before/a.yaml', 'before', 'beforehand/a.yaml', 'After/a.yaml'])(
    'do not have %s, which is on neither side',
    async (path) => {
      const problem = await problemOf(() => split('before/x.yaml', path));
      expect(problem).toMatchObject({
        code: 'malformed-body',
        detail: expect.stringContaining('filename='),
        errors: [{ file: path }],
      });
    },
  );

  it('are not both empty', async () => {
    expect((await problemOf(() => split())).code).toBe('empty-bundle');
  });
});
