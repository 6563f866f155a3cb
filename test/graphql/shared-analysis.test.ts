import { beforeEach, expect, test, vi } from 'vitest';
import { parseBundle } from '../../src/ingest/parse-bundle.ts';
import { ask, BUNDLE } from './ask.ts';

vi.mock('../../src/ingest/parse-bundle.ts', async (original) => {
  const real = await original<typeof import('../../src/ingest/parse-bundle.ts')>();
  return { ...real, parseBundle: vi.fn(real.parseBundle) };
});

beforeEach(() => {
  vi.mocked(parseBundle).mockClear();
});

const OTHER = { files: BUNDLE.files.slice(0, 1) };

test('ten aliases of one bundle parse it once', async () => {
  const fields = Array.from(
    { length: 10 },
    (_, i) => `a${i}: analysis(bundle: $bundle) { ... on Analysis { complete } }`,
  );
  const { body } = await ask(`query ($bundle: BundleInput!) { ${fields.join(' ')} }`, { bundle: BUNDLE });
  expect(Object.keys(body.data)).toHaveLength(10);
  expect(parseBundle).toHaveBeenCalledTimes(1);
});

test('a difference shares the analyses of the rest of the query', async () => {
  const query = `query ($before: BundleInput!, $after: BundleInput!) {
    analysis(bundle: $before) { ... on Analysis { complete } }
    one: diff(before: $before, after: $after) { ... on Diff { complete before { complete } } }
    other: diff(before: $after, after: $before) { ... on Diff { complete } }
  }`;
  const { body } = await ask(query, { before: BUNDLE, after: OTHER });
  expect(body.data).toEqual({
    analysis: { complete: true },
    one: { complete: true, before: { complete: true } },
    other: { complete: true },
  });
  expect(parseBundle).toHaveBeenCalledTimes(2);
});
