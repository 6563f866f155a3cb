/** Snapshots and jobs on Cloudflare's own engine: R2 and Workflows, local. */

import { exports } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { ONLINE_BOUTIQUE } from '../support/online-boutique.ts';

const fetchApp = (path: string, init?: RequestInit): Promise<Response> =>
  exports.default.fetch(`http://127.0.0.1${path}`, init);

const send = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetchApp(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

const FILES = { files: ONLINE_BOUTIQUE };

beforeAll(() => fetchApp('/healthz'), 120_000);

test('a snapshot in R2 stands for its files', async () => {
  const stored = await send('/v1/snapshots', FILES);
  expect(stored.status).toBe(201);
  const { snapshot } = (await stored.json()) as { readonly snapshot: string };
  const whole = await send('/v1/names', FILES);
  const named = await send('/v1/names', { snapshot });
  expect([named.status, await named.text()]).toEqual([200, await whole.text()]);
  expect((await send('/v1/names', { snapshot: `sha256:${'0'.repeat(64)}` })).status).toBe(404);
});

test('a job is a workflow, and its answer is the one that would have been waited for', async () => {
  const accepted = await send('/v1/names', FILES, { prefer: 'respond-async' });
  expect(accepted.status).toBe(202);
  const location = accepted.headers.get('location') ?? '';
  let response = await fetchApp(location);
  for (let turn = 0; turn < 500 && response.status === 202; turn++) {
    await response.body?.cancel();
    await new Promise((resolve) => setTimeout(resolve, 20));
    response = await fetchApp(location);
  }
  const waited = await send('/v1/names', FILES);
  expect([response.status, await response.text()]).toEqual([200, await waited.text()]);
  expect((await fetchApp(`/v1/jobs/${crypto.randomUUID()}`)).status).toBe(404);
});
