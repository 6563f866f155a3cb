/** The same app inside workerd: what a runtime could do differently. */

import { exports } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { gzip, tar, zip } from '../support/pack.ts';

const fetchApp = (path: string, init?: RequestInit): Promise<Response> =>
  exports.default.fetch(`http://127.0.0.1${path}`, init);

const WORKLOAD = 'apiVersion: v1\nkind: Pod\nmetadata: { name: a, labels: { app: a } }\nspec: { containers: [] }\n';
const BUNDLE = `${WORKLOAD}---\n${WORKLOAD.replaceAll(': a', ': b')}`;

/** workerd warns of `text()` on types that it does not know as text. */
const textOf = async (response: Response): Promise<string> => new TextDecoder().decode(await response.arrayBuffer());

// The first request loads every module of the Worker, which takes longer than a test may.
beforeAll(() => fetchApp('/healthz'), 120_000);

test('runs in workerd', async () => {
  expect(navigator.userAgent).toBe('Cloudflare-Workers');
  expect((await fetchApp('/healthz')).status).toBe(200);
});

test('answers a raw body, in every form', async () => {
  for (const format of ['json', 'txt', 'csv', 'md', 'ndjson', 'dot', 'svg']) {
    const response = await fetchApp(`/v1/reachability?format=${format}`, { method: 'PUT', body: BUNDLE });
    expect(response.status).toBe(200);
    expect(await textOf(response)).toContain('default/b[Pod]');
  }
});

test('answers a multipart form', async () => {
  const form = new FormData();
  form.append('f', new File([WORKLOAD], 'a.yaml'));
  form.append('options', JSON.stringify({ external: false }));
  const response = await fetchApp('/v1/reachability', { method: 'POST', body: form });
  expect(await response.json()).toMatchObject({ connections: [] });
});

test('compares two bundles of one form, and trips a gate', async () => {
  const form = new FormData();
  form.append('f', new File([WORKLOAD], 'before/a.yaml'));
  form.append('f', new File([BUNDLE], 'after/a.yaml'));
  const response = await fetchApp('/v1/diff?external=false&gate=added', { method: 'POST', body: form });
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({
    workloads: { added: ['default/b[Pod]'] },
    changes: [{ because: [{ file: 'after/a.yaml' }] }, { because: [{ file: 'after/a.yaml' }] }],
    gate: { tripped: ['added'] },
  });
});

test('answers archives, packed and not, and refuses those that are damaged', async () => {
  const archive = await tar([
    ['a.yaml', WORKLOAD],
    ['b.yaml', WORKLOAD.replaceAll(': a', ': b')],
  ]);
  const zipped = zip([{ path: 'a.yaml', content: BUNDLE }]);
  for (const body of [archive, gzip(archive), zipped]) {
    const response = await fetchApp('/v1/reachability?format=txt', { method: 'PUT', body });
    expect(await textOf(response)).toContain('default/b[Pod]');
    const half = await fetchApp('/v1/reachability', { method: 'PUT', body: body.slice(0, body.length / 3) });
    expect(await half.json()).toMatchObject({ type: '/problems/malformed-body' });
  }
  const encoded = { method: 'PUT', body: gzip(archive), headers: { 'content-encoding': 'gzip' } };
  expect((await fetchApp('/v1/reachability', encoded)).status).toBe(200);
});

test('refuses a gzip stream that stands for far more than its length', async () => {
  const response = await fetchApp('/v1/reachability', { method: 'PUT', body: gzip(new Uint8Array(40_000_000)) });
  expect(await response.json()).toMatchObject({ status: 413, limit: 'inflationRatio' });
});

test('answers a GraphQL query', async () => {
  const query = `query ($bundle: BundleInput!) {
    analysis(bundle: $bundle) { ... on Analysis { workloads(first: 1) { totalCount pageInfo { endCursor } } } }
  }`;
  const variables = { bundle: { files: [{ path: 'a.yaml', content: BUNDLE }] } };
  const response = await fetchApp('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  expect(await response.json()).toMatchObject({ data: { analysis: { workloads: { totalCount: 2 } } } });
});

test('serves its contract', async () => {
  expect(await textOf(await fetchApp('/openapi.yaml'))).toMatch(/^openapi: 3\.1/);
});

test('refuses with a problem', async () => {
  const response = await fetchApp('/v1/names?format=svg', { method: 'POST', body: BUNDLE });
  expect(response.status).toBe(406);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
});
