import { getIntrospectionQuery } from 'graphql';
import { describe, expect, test } from 'vitest';
import { app } from '../../src/entry/app.ts';
import { ask } from './ask.ts';

const ACCEPTS = [undefined, 'application/json', 'application/graphql-response+json'];

const doubling = Array.from({ length: 30 }, (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`).join(
  ' ',
);

describe.each(ACCEPTS)('a client that accepts %s', (accept) => {
  test.each([
    ['3000 levels', `${'{a'.repeat(3000)}${'}'.repeat(3000)}`, 'graphqlTokens'],
    ['13 levels', `${'{a'.repeat(13)}${'}'.repeat(13)}`, 'graphqlDepth'],
    ['13 levels in a fragment', `{ ...F } fragment F on Query ${'{a'.repeat(13)}${'}'.repeat(13)}`, 'graphqlDepth'],
    ['100,000 comments', `{ version ${'#\n'.repeat(100_000)} }`, 'graphqlTokens'],
    ['31 aliases', `{ ${Array.from({ length: 31 }, (_, i) => `a${i}: version`).join(' ')} }`, 'graphqlAliases'],
    ['1001 fields', `{ ${'version '.repeat(1001)} }`, 'graphqlFields'],
    ['11 root fields', `{ ${'version '.repeat(11)} }`, 'graphqlRoots'],
    [
      'pages in pages',
      'query ($b: BundleInput!) { analysis(bundle: $b) { ... on Analysis { reachability(first: 1000) { ... on ReachabilityConnection { nodes { ...R } edges { node { ...R } } } } } } } ' +
        `fragment R on Reach { ${'from to '.repeat(60)} }`,
      'graphqlCost',
    ],
    ['fragments that double each other', `{ ...F0 } ${doubling} fragment F30 on Query { version }`, 'graphqlFields'],
  ])('is refused %s, by the name of the limit', async (_what, query, limit) => {
    const { status, body } = await ask(query, {}, accept);
    expect(status).toBe(413);
    expect(body.errors).toMatchObject([{ extensions: { code: 'limit-exceeded', limit, maximum: expect.any(Number) } }]);
    expect(body).not.toHaveProperty('data');
  });
});

describe('is 400 for a client that knows GraphQL over HTTP', () => {
  test.each([
    ['a fragment in itself', '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }'],
    ['introspection in circles', '{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }'],
    ['an unknown field', '{ nothing }'],
    ['no query at all', '['.repeat(10_000)],
    [
      'a port by number and name',
      'query ($b: BundleInput!) { analysis(bundle: $b) { ... on Analysis { path(from: "a", to: "b", port: { number: 1, name: "x" }) { __typename } } } }',
    ],
    ['a variable of the wrong type', 'query ($b: BundleInput!) { analysis(bundle: $b) { __typename } }'],
  ])('%s', async (_what, query) => {
    const { status } = await ask(query, { b: 1 }, 'application/graphql-response+json');
    expect(status).toBe(400);
  });
});

const post = (body: string, type = 'application/json') =>
  app.request('/graphql', { method: 'POST', headers: { 'content-type': type }, body });

test.each([
  ['no JSON', '{"query": secret', 400],
  ['deep JSON', '['.repeat(1_000_000), 400],
  ['a batch', '[{"query":"{version}"}]', 400],
  ['too much', JSON.stringify({ query: '{version}', variables: { a: 'a'.repeat(16_000_000) } }), 413],
])('a body that is %s is refused', async (_what, body, status) => {
  const response = await post(body);
  expect(response.status).toBe(status);
  expect(await response.text()).not.toContain('secret');
});

test.each([
  ['that breaks off', '--x--'],
  ['without operations', '--x\r\nContent-Disposition: form-data; name="map"\r\n\r\n{}\r\n--x--\r\n'],
  ['whose operations are no JSON', '--x\r\nContent-Disposition: form-data; name="operations"\r\n\r\n{\r\n--x--\r\n'],
])('a multipart request %s is refused', async (_what, body) => {
  const response = await post(body, 'multipart/form-data; boundary=x');
  expect(response.status).toBe(400);
});

test('GET answers a query', async () => {
  const response = await app.request('/graphql?query={version}');
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ data: {} });
});

test('tools can still introspect the schema', async () => {
  const { status, body } = await ask(getIntrospectionQuery());
  expect(status).toBe(200);
  expect(body.data.__schema.types.length).toBeGreaterThan(30);
});

test('an error about a variable does not repeat its value', async () => {
  const query = 'query ($b: BundleInput!) { analysis(bundle: $b) { __typename } }';
  for (const b of [
    'canary',
    { files: 'canary' },
    { files: [{ path: 'a', content: 'canary', more: 1 }] },
    { files: [{ path: 'canary; at "x"; ', content: 1 }] },
  ]) {
    const { body } = await ask(query, { b });
    expect(body.errors).toHaveLength(1);
    expect(JSON.stringify(body)).not.toContain('canary');
  }
});
