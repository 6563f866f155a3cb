/** A bundle as text, as uploads of a multipart request, and as a snapshot: one answer. And queries by their ids. */

import { describe, expect, test } from 'vitest';
import { createService } from '../../src/entry/app.ts';
import { PERSISTED } from '../../src/generated/graphql.ts';
import { OPERATIONS } from '../../src/operations/registry.ts';
import { memoryParts } from '../../src/platform/memory/parts.ts';
import { gzip, tar } from '../support/pack.ts';
import { BUNDLE } from './ask.ts';

const service = createService(memoryParts({ operations: OPERATIONS }));
const QUERY = `query ($bundle: BundleInput!) {
  analysis(bundle: $bundle) {
    __typename
    ... on Analysis { workloads { nodes { id } } reachability(external: false) { ... on ReachabilityConnection { nodes { from to } } } }
    ... on InputRejected { problems { code } }
  }
}`;

async function post(body: unknown): Promise<{ readonly status: number; readonly body: unknown }> {
  const headers = { 'content-type': 'application/json' };
  const response = await service.request('/graphql', { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: response.status, body: await response.json() };
}

async function upload(files: readonly File[]): Promise<unknown> {
  const form = new FormData();
  const variables = { bundle: { upload: files.map(() => null) } };
  form.append('operations', JSON.stringify({ query: QUERY, variables }));
  form.append('map', JSON.stringify(Object.fromEntries(files.map((_, i) => [i, [`variables.bundle.upload.${i}`]]))));
  for (const [index, file] of files.entries()) form.append(String(index), file);
  return (await service.request('/graphql', { method: 'POST', body: form })).json();
}

const { body: expected } = await post({ query: QUERY, variables: { bundle: BUNDLE } });
const archive = await tar(BUNDLE.files.map(({ path, content }) => [path, content] as const));

describe('a bundle', () => {
  test('may be files of a multipart request', async () => {
    expect(expected).toMatchObject({ data: { analysis: { __typename: 'Analysis' } } });
    expect(await upload(BUNDLE.files.map(({ path, content }) => new File([content], path)))).toEqual(expected);
  });

  test('may be an archive of a multipart request', async () => {
    expect(await upload([new File([archive], 'all.tar')])).toEqual(expected);
    expect(await upload([new File([gzip(archive)], 'all.tgz')])).toEqual(expected);
  });

  test('may be a snapshot', async () => {
    const stored = await service.request('/v1/snapshots', { method: 'PUT', body: archive });
    const { snapshot } = (await stored.json()) as { readonly snapshot: string };
    expect((await post({ query: QUERY, variables: { bundle: { snapshot } } })).body).toEqual(expected);
  });

  test.each([
    ['empty-bundle', {}],
    ['empty-bundle', { upload: [] }],
    ['unknown-snapshot', { snapshot: `sha256:${'0'.repeat(64)}` }],
    ['malformed-body', { snapshot: 'x' }],
    ['invalid-options', { snapshot: 'x', files: [] }],
  ])('that cannot be had is rejected as data: %s', async (code, bundle) => {
    const { status, body } = await post({ query: QUERY, variables: { bundle } });
    expect([status, body]).toEqual([
      200,
      { data: { analysis: { __typename: 'InputRejected', problems: [{ code }] } } },
    ]);
  });

  test('that is damaged is rejected as data', async () => {
    expect(await upload([new File([gzip(archive).subarray(0, 40)], 'all.tgz')])).toMatchObject({
      data: { analysis: { problems: [{ code: 'malformed-body' }] } },
    });
  });

  test('is no upload where it is written as anything else', async () => {
    const { body } = await post({ query: QUERY, variables: { bundle: { upload: ['x'] } } });
    expect(body).toMatchObject({ errors: [{ message: expect.stringContaining('multipart') }] });
  });
});

describe('a query that the service knows', () => {
  const variables = { bundle: BUNDLE, workload: 'shop/a', from: 'shop/a', to: 'shop/b', port: { number: 80 } };

  test.each(PERSISTED.map(({ id, name }) => [name, id] as const))('%s is asked for by its id', async (_, id) => {
    const { status, body } = await post({ documentId: id, variables });
    expect([status, body]).toMatchObject([200, { data: { analysis: expect.any(Object) } }]);
    expect(body).not.toHaveProperty('errors');
    const extensions = { persistedQuery: { version: 1, sha256Hash: id.slice(7) } };
    expect((await post({ extensions, variables })).body).toEqual(body);
  });

  test('is listed with its id', async () => {
    expect(await (await service.request('/graphql/operations')).json()).toEqual({ operations: PERSISTED });
  });

  test('that it does not know is 404', async () => {
    const { status, body } = await post({ documentId: 'sha256:x' });
    expect([status, body]).toMatchObject([404, { errors: [{ extensions: { code: 'not-found' } }] }]);
  });
});
