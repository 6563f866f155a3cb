import { expect, test } from 'vitest';
import { analysisOf } from '../../src/graphql/bundle.ts';
import type { GraphqlContext } from '../../src/graphql/context.ts';
import { BUNDLE } from './ask.ts';

const context = (): GraphqlContext => ({
  version: '1',
  requestId: 'r',
  snapshots: undefined,
  analyses: new Map(),
  validations: new Map(),
});

test('the same input is analysed once in a request, however often it is asked for', async () => {
  const shared = context();
  const asked = Array.from({ length: 10 }, () => analysisOf(structuredClone(BUNDLE), shared));
  expect(new Set(await Promise.all(asked)).size).toBe(1);
});

test('another option is another analysis', async () => {
  const shared = context();
  const one = await analysisOf(BUNDLE, shared);
  const other = await analysisOf({ ...BUNDLE, options: { ipBlockPods: 'IGNORE' } }, shared);
  expect(other).not.toBe(one);
});

test('requests share nothing', async () => {
  expect(await analysisOf(BUNDLE, context())).not.toBe(await analysisOf(BUNDLE, context()));
});
