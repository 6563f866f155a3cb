import { expect, test } from 'vitest';
import { app } from '../../src/entry/app.ts';
import { LIMITS } from '../../src/ingest/index.ts';
import { pod, together } from '../support/objects.ts';

const COUNT = Math.ceil(Math.sqrt(LIMITS.connections.value)) + 2;
const manifests = together(...Array.from({ length: COUNT }, (_, i) => pod(`a/p${i}`)));

function ask(query: string): Promise<Response> {
  const init = { method: 'POST', headers: { 'content-type': 'application/yaml' }, body: manifests };
  return Promise.resolve(app.request(`http://portolan/v1/reachability?external=false&${query}`, init));
}

test('a matrix that is too large for a form is a problem with its size, and never an empty list', async () => {
  const response = await ask('format=json');
  expect(response.status).toBe(413);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const connections = COUNT * (COUNT - 1);
  expect(await response.json()).toMatchObject({
    type: '/problems/limit-exceeded',
    limit: 'connections',
    value: connections,
    summary: { workloads: COUNT, policies: 0, connections, classes: { sources: 2, destinations: 2 }, cells: 1 },
  });
});

test('the same matrix is streamed by classes, and its pages are given', async () => {
  const stream = await ask('format=ndjson');
  expect(stream.status).toBe(200);
  const last = (await stream.text()).trimEnd().split('\n').at(-1) ?? '';
  expect(JSON.parse(last)).toMatchObject({ t: 'summary', summary: { connections: COUNT * (COUNT - 1) } });
  const page = await ask('format=json&limit=3');
  expect(page.status).toBe(200);
  expect(((await page.json()) as { connections: unknown[] }).connections).toHaveLength(3);
});
