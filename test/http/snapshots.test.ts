import { describe, expect, test } from 'vitest';
import { createService } from '../../src/entry/app.ts';
import { MemorySnapshotStore } from '../../src/platform/memory/snapshot-store.ts';
import { ONLINE_BOUTIQUE } from '../support/online-boutique.ts';
import { gzip, tar, zip } from '../support/pack.ts';

const FILES = ONLINE_BOUTIQUE.map(({ path, content }) => [path, content] as const);
const JSON_TYPE = { 'content-type': 'application/json' };

const service = createService({ snapshots: new MemorySnapshotStore() });

async function send(path: string, body: unknown, app = service): Promise<Response> {
  return app.request(path, { method: 'POST', body: JSON.stringify(body), headers: JSON_TYPE });
}

async function store(body: Uint8Array<ArrayBuffer>): Promise<Record<string, string>> {
  const response = await service.request('/v1/snapshots', { method: 'PUT', body });
  expect(response.status).toBe(201);
  return (await response.json()) as Record<string, string>;
}

const archive = await tar(FILES);
const { snapshot } = await store(archive);

describe('a snapshot', () => {
  test('is named by its files, in whatever form and order they came', async () => {
    expect(snapshot).toMatch(/^sha256:[0-9a-f]{64}$/);
    const zipped = zip(FILES.map(([path, content]) => ({ path, content })));
    const forms = [gzip(archive), await tar(FILES.toReversed()), zipped];
    for (const body of forms) expect((await store(body))['snapshot']).toBe(snapshot);
    expect((await store(await tar(FILES.slice(1))))['snapshot']).not.toBe(snapshot);
  });

  test('stands for its files in every operation, beside options', async () => {
    for (const options of [{}, { external: false, connection: 'tcp/8080' }]) {
      const whole = await send('/v1/reachability', { files: ONLINE_BOUTIQUE, ...options });
      const named = await send('/v1/reachability', { snapshot, ...options });
      expect(named.status).toBe(200);
      expect(await named.text()).toBe(await whole.text());
    }
  });

  test('stands for a side of a comparison', async () => {
    const files = ONLINE_BOUTIQUE.filter(({ path }) => path !== 'policies.yaml');
    const whole = await send('/v1/diff', { before: { files: ONLINE_BOUTIQUE }, after: { files } });
    const named = await send('/v1/diff', { before: { snapshot }, after: { files } });
    expect(named.status).toBe(200);
    expect(await named.text()).toBe(await whole.text());
  });

  test('says until when it is kept', async () => {
    const { expires = '' } = await store(archive);
    expect(Date.parse(expires)).toBeGreaterThan(Date.now());
  });
});

describe('a snapshot that cannot be had is a problem', () => {
  test.each([
    ['which is none', { snapshot: `sha256:${'0'.repeat(64)}` }, 404, 'unknown-snapshot'],
    ['whose name is no digest', { snapshot: '../../etc/passwd' }, 400, 'malformed-body'],
    ['beside files', { snapshot, files: [] }, 400, 'malformed-body'],
    ['beside two sides', { snapshot, before: {}, after: {} }, 400, 'malformed-body'],
  ])('%s', async (_, body, status, code) => {
    const response = await send('/v1/reachability', body);
    expect([response.status, await response.json()]).toMatchObject([status, { type: `/problems/${code}` }]);
  });

  test('where none are kept', async () => {
    const bare = createService({});
    const put = await bare.request('/v1/snapshots', { method: 'PUT', body: archive });
    for (const response of [put, await send('/v1/reachability', { snapshot }, bare)]) {
      expect([response.status, await response.json()]).toMatchObject([501, { type: '/problems/not-configured' }]);
    }
  });

  test('with options, which belong to its use', async () => {
    const response = await service.request('/v1/snapshots?namespace=x', { method: 'PUT', body: archive });
    expect(await response.json()).toMatchObject({ type: '/problems/invalid-options' });
  });
});
