/** With a way of access chosen, every route but liveness and documentation needs it. */

import { describe, expect, test } from 'vitest';
import { createService } from '../../../src/entry/app.ts';
import { readSettings } from '../../../src/http/settings.ts';
import { MemorySnapshotStore } from '../../../src/platform/memory/snapshot-store.ts';
import { sha256 } from '../../../src/util/sha256.ts';

const KEY = 'a-long-and-random-key-0123456789';
const PORTOLAN_KEYS = `ci:${await sha256(new TextEncoder().encode(KEY))}`;
const nobody = () => Promise.reject(new Error('no network'));

const { gatekeeper } = readSettings({ PORTOLAN_ACCESS: 'keys', PORTOLAN_KEYS }, nobody);
const service = createService({ gatekeeper, snapshots: new MemorySnapshotStore() });
const OPEN = ['/docs', '/healthz', '/openapi.json', '/openapi.yaml', '/style.css'];

/** Every path of the route table with each of its methods, `/*` of middleware aside. */
const routes = [
  ...new Set(
    service.routes
      .filter(({ path, method }) => path !== '/*' && method !== 'OPTIONS')
      .flatMap(({ path, method }) => (method === 'ALL' ? [] : [`${method} ${path.replace(/:\w+/, 'x')}`])),
  ),
];

const ask = (route: string, headers: Record<string, string> = {}) => {
  const [method = '', path = ''] = route.split(' ');
  return service.request(path, { method, headers });
};

describe('access', () => {
  test('is needed by every route but liveness and documentation', async () => {
    expect(routes.length).toBeGreaterThan(20);
    const free: string[] = [];
    for (const route of routes) {
      const response = await ask(route);
      if (response.status !== 401) free.push(route.slice(4));
      else expect(response.headers.get('www-authenticate')).toBe('Bearer realm="portolan"');
    }
    expect(free.sort()).toEqual(OPEN);
  });

  test('lets in who shows a key, everywhere', async () => {
    for (const route of routes) {
      expect((await ask(route, { authorization: `Bearer ${KEY}` })).status).not.toBe(401);
    }
  });

  test('says why a key is refused, as a problem, and not which it was', async () => {
    const response = await ask('POST /v1/names', { authorization: 'Bearer wrong-secret' });
    expect(response.headers.get('www-authenticate')).toBe('Bearer realm="portolan", error="invalid_token"');
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({ type: '/problems/unauthorized', status: 401 });
    expect(text).not.toContain('wrong-secret');
  });
});

describe('where nothing is configured', () => {
  const fresh = createService({ gatekeeper: readSettings({}, nobody).gatekeeper });
  const at = (host: string) => fresh.request(`http://${host}/version`);

  test.each(['localhost', 'localhost:8787', '127.0.0.1:8787', '127.9.9.9', '[::1]:8787', 'x.localhost'])(
    'who asks %s is let in',
    async (host) => {
      expect((await at(host)).status).toBe(200);
    },
  );

  test.each(['portolan.example', 'localhost.evil.example', '10.0.0.1', '[::2]', '127.0.0.1.nip.example'])(
    'who asks %s is not, and hears what to set',
    async (host) => {
      const response = await at(host);
      expect([response.status, (await response.json()) as object]).toMatchObject([
        403,
        { detail: expect.stringContaining('PORTOLAN_ACCESS') },
      ]);
    },
  );
});
