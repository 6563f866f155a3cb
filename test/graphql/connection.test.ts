import { describe, expect, test } from 'vitest';
import { pageOf } from '../../src/graphql/connection.ts';
import { askAnalysis, BUNDLE } from './ask.ts';

const list = Array.from({ length: 2500 }, (_, index) => index);
const page = (given: object) => pageOf(list, { input: 'digest', field: 'list', arguments: given });

describe('a page', () => {
  test('pages of any size make up the list', async () => {
    const seen: number[] = [];
    let after: string | null | undefined;
    for (;;) {
      const { nodes, pageInfo, totalCount } = await page({ first: 999, after });
      seen.push(...nodes);
      expect(totalCount).toBe(2500);
      expect(pageInfo.hasPreviousPage).toBe(after !== undefined);
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(seen).toEqual(list);
  });

  test('has at most 1000', async () => {
    expect((await page({ first: 100_000 })).nodes).toHaveLength(1000);
    expect((await page({ first: null })).nodes).toHaveLength(1000);
  });

  test('of nothing has no cursors', async () => {
    const { pageInfo, edges } = await page({ first: 0 });
    expect(edges).toEqual([]);
    expect(pageInfo).toEqual({ hasNextPage: true, hasPreviousPage: false, startCursor: null, endCursor: null });
  });

  test('of a negative size is refused', async () => {
    await expect(page({ first: -1 })).rejects.toThrow('negative');
  });
});

describe('a cursor', () => {
  const cursorOf = async (bundle: object, fields: string): Promise<string> =>
    (await askAnalysis(`list: ${fields} { pageInfo { endCursor } }`, bundle)).body.list.pageInfo.endCursor;

  test('is the same for the same input, whatever the order of its files', async () => {
    const turned = { files: BUNDLE.files.toReversed() };
    expect(await cursorOf(turned, 'workloads(first: 1)')).toBe(await cursorOf(BUNDLE, 'workloads(first: 1)'));
  });

  test.each([
    ['of another input', { files: BUNDLE.files.slice(0, 1) }, 'workloads(first: 1)'],
    ['of another list', BUNDLE, 'policies(first: 1)'],
    ['of other arguments', BUNDLE, 'workloads(namespace: "shop", first: 1)'],
  ])('%s is refused', async (_what, bundle, fields) => {
    const cursor = await cursorOf(bundle, fields);
    const { body } = await askAnalysis(`workloads(first: 1, after: "${cursor}") { totalCount }`);
    expect(body).toMatchObject([{ extensions: { code: 'invalid-options', errors: [{ option: 'after' }] } }]);
  });

  test.each(['', 'nonsense', '💥', btoa('1.x'), btoa('-1.x')])('that is none, %j, is refused', async (cursor) => {
    const { body } = await askAnalysis(`workloads(after: ${JSON.stringify(cursor)}) { totalCount }`);
    expect(body).toMatchObject([{ extensions: { code: 'invalid-options' } }]);
  });
});
