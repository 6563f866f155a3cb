/** Which forms an operation has is known before it runs, and the contract lists exactly those. */

import { describe, expect, test } from 'vitest';
import { app } from '../../src/entry/app.ts';
import { OPERATIONS } from '../../src/operations/registry.ts';

const COMMON = ['json', 'txt', 'csv', 'md', 'ndjson'];
const DRAWN = ['dot', 'svg'];
const REPORTED = ['sarif', 'junit', 'github', 'gitlab', 'checkstyle', 'diff'];

const post = (path: string, accept = '*/*') =>
  app.request(path, { method: 'POST', headers: { accept }, body: 'kind: A\n' });

describe('an operation without a graph', () => {
  test.each(['evaluate', 'names'])('%s refuses to be drawn, with the forms it has', async (id) => {
    const response = await post(`/v1/${id}?format=svg`);
    expect(response.status).toBe(406);
    expect(await response.json()).toMatchObject({ type: '/problems/not-acceptable', alternatives: COMMON });
  });

  test('refuses the media type with the media types it has', async () => {
    const response = await post('/v1/evaluate', 'image/svg+xml');
    expect(response.status).toBe(406);
    const { alternatives } = (await response.json()) as { readonly alternatives: readonly string[] };
    expect(alternatives).toHaveLength(COMMON.length);
    expect(alternatives).not.toContain('image/svg+xml');
  });
});

test('an operation with a graph says so where it is asked for another form', async () => {
  const response = await post('/v1/reachability?format=junit');
  expect(await response.json()).toMatchObject({ alternatives: [...COMMON, ...DRAWN] });
});

describe('the contract', async () => {
  const document = (await (await app.request('/openapi.json')).json()) as {
    readonly components: {
      readonly parameters: Readonly<Record<string, { readonly schema: { readonly enum?: readonly string[] } }>>;
    };
  };

  test.each(OPERATIONS.map(({ id, views = [] }) => [id, views] as const))('lists the forms of %s', (id, views) => {
    const name = `${id.charAt(0).toUpperCase()}${id.slice(1)}Format`;
    const forms = [
      ...COMMON,
      ...(views.includes('graph') ? DRAWN : []),
      ...(views.includes('findings') ? REPORTED : []),
      ...(views.includes('documents') ? ['yaml'] : []),
    ];
    expect(document.components.parameters[name]?.schema.enum).toEqual(forms);
  });
});
