import { describe, expect, test } from 'vitest';
import { createService } from '../../src/entry/app.ts';
import type { App } from '../../src/http/app.ts';
import { OPERATIONS } from '../../src/operations/registry.ts';
import { memoryParts } from '../../src/platform/memory/parts.ts';
import { ONLINE_BOUTIQUE } from '../support/online-boutique.ts';

const service = createService(memoryParts({ operations: OPERATIONS }));
const FILES = { files: ONLINE_BOUTIQUE };

async function send(path: string, body: unknown, prefer?: string, app: App = service): Promise<Response> {
  const headers = { 'content-type': 'application/json', ...(prefer === undefined ? {} : { prefer }) };
  return app.request(path, { method: 'POST', headers, body: JSON.stringify(body) });
}

/** The answer of a job, once it is there. */
async function answerOf(location: string): Promise<Response> {
  for (let turn = 0; turn < 1_000; turn++) {
    const response = await service.request(location);
    if (response.status !== 202) return response;
    expect(await response.json()).toMatchObject({ state: expect.stringMatching(/^(?:queued|running)$/) });
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error('the job does not end');
}

async function deferred(path: string, body: unknown): Promise<Response> {
  const accepted = await send(path, body, 'respond-async');
  expect([accepted.status, accepted.headers.get('preference-applied')]).toEqual([202, 'respond-async']);
  return answerOf(accepted.headers.get('location') ?? '');
}

test.each<[string, string, object]>([
  ['an option that is none', '/v1/reachability', { ...FILES, nothing: 1 }],
  ['a value an option cannot have', '/v1/reachability?connection=tcp/0', FILES],
  ['no question', '/v1/evaluate', FILES],
  ['an envelope without files', '/v1/reachability', { files: 1 }],
  ['two bundles for one', '/v1/reachability', { before: FILES, after: FILES }],
  ['one bundle for two', '/v1/diff', FILES],
])('%s is refused at once, not by a job', async (_what, path, body) => {
  const response = await send(path, body, 'respond-async');
  expect([response.status, response.headers.get('content-type')]).toEqual([400, 'application/problem+json']);
});

describe('a deferred analysis', () => {
  test.each<[string, object]>([
    ['/v1/reachability', FILES],
    ['/v1/reachability?format=csv&external=false', FILES],
    ['/v1/evaluate', { ...FILES, queries: [{ from: 'boutique/frontend', to: 'boutique/adservice', port: 9555 }] }],
    ['/v1/diff?format=md', { before: FILES, after: { files: [] } }],
    ['/v1/validate?gate=error', { files: [{ path: 'bad.yaml', content: 'a: [' }] }],
    ['/v1/evaluate', { ...FILES, queries: [{ from: 'nobody', to: 'nobody' }] }],
    ['/v1/reachability', { files: [{ path: 'a.yaml', content: 'a: b' }] }],
  ])('of %s is answered as if it had been waited for', async (path, body) => {
    const waited = await send(path, body);
    const later = await deferred(path, body);
    expect(later.status).toBe(waited.status);
    expect(later.headers.get('content-type')).toBe(waited.headers.get('content-type'));
    const withoutId = (text: string) => text.replace(/"instance":"[^"]*"/, '');
    expect(withoutId(await later.text())).toBe(withoutId(await waited.text()));
  });

  test('is asked for by a preference among others', async () => {
    expect((await send('/v1/names', FILES, 'wait=10, Respond-Async')).status).toBe(202);
    expect((await send('/v1/names', FILES, 'handling=strict')).status).toBe(200);
  });

  test('of a request that makes no sense is refused at once', async () => {
    const bodies: [string, unknown][] = [
      ['/v1/names?level=x', FILES],
      ['/v1/names', { ...FILES, nonsense: 1 }],
      ['/v1/names', { files: [] }],
    ];
    for (const [path, body] of bodies) expect((await send(path, body, 'respond-async')).status).toBe(400);
  });

  test('that nobody ordered is not found', async () => {
    for (const id of [crypto.randomUUID(), 'x', '..%2f..']) {
      expect((await service.request(`/v1/jobs/${id}`)).status).toBe(404);
    }
  });
});

test('where no runner is bound, jobs are answered with 501', async () => {
  const bare = createService({});
  const refused = await send('/v1/names', FILES, 'respond-async', bare);
  expect([refused.status, await refused.json()]).toMatchObject([501, { type: '/problems/not-configured' }]);
  expect((await bare.request(`/v1/jobs/${crypto.randomUUID()}`)).status).toBe(501);
});
