import { describe, expect, test } from 'vitest';
import { createService } from '../../src/entry/app.ts';
import { MemoryRateLimiter } from '../../src/platform/memory/rate-limiter.ts';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';

describe('a request', () => {
  const service = createService({});
  const headersOf = async (headers: Record<string, string>) => (await service.request('/healthz', { headers })).headers;

  test('keeps the id that it comes with, where that is one', async () => {
    expect((await headersOf({ 'x-request-id': 'build-1234:5' })).get('x-request-id')).toBe('build-1234:5');
    for (const id of ['', 'short', '<script>alert(1)</script>', 'x'.repeat(129)]) {
      expect((await headersOf({ 'x-request-id': id })).get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  test('stays in the trace that it is part of, as a span of its own', async () => {
    const answered = (await headersOf({ traceparent: `00-${TRACE}-00f067aa0ba902b7-01` })).get('traceparent');
    expect(answered).toMatch(new RegExp(`^00-${TRACE}-(?!00f067aa0ba902b7)[0-9a-f]{16}-01$`));
    for (const traceparent of [
      '',
      'x',
      `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`,
      `ff-${TRACE}-00f067aa0ba902b7-01`,
    ]) {
      expect((await headersOf({ traceparent })).get('traceparent')).toBeNull();
    }
  });

  test('is the instance of its problem', async () => {
    const response = await service.request('/nowhere', { headers: { 'x-request-id': 'build-1234:5' } });
    expect(await response.json()).toMatchObject({ instance: 'build-1234:5' });
  });
});

describe('a limit on requests', () => {
  const clock = { now: 0 };
  const limiter = new MemoryRateLimiter({ quota: 2, windowSeconds: 60 }, () => clock.now);
  const service = createService({ limiter });
  const ask = (client: string) => service.request('/version', { headers: { 'cf-connecting-ip': client } });

  test('is told, and then kept, for each client; and ends with its time', async () => {
    const told = async (client: string) => {
      const { status, headers } = await ask(client);
      return [status, headers.get('ratelimit'), headers.get('retry-after')];
    };
    expect((await ask('a')).headers.get('ratelimit-policy')).toBe('"default";q=2;w=60');
    clock.now = 20_000;
    expect(await told('a')).toEqual([200, '"default";r=0;t=40', null]);
    expect(await told('a')).toEqual([429, '"default";r=0;t=40', '40']);
    expect(await told('b')).toEqual([200, '"default";r=1;t=60', null]);
    clock.now = 60_000;
    expect(await told('a')).toEqual([200, '"default";r=1;t=60', null]);
  });

  test('is a problem, and spares liveness', async () => {
    for (let n = 0; n < 5; n++) expect((await service.request('/healthz')).status).toBe(200);
    for (let n = 0; n < 2; n++) await ask('c');
    expect(await (await ask('c')).json()).toMatchObject({ type: '/problems/rate-limited', status: 429 });
  });
});

describe('other origins', () => {
  const preflight = {
    method: 'OPTIONS',
    headers: { origin: 'https://portal.example', 'access-control-request-method': 'POST' },
  };

  test('may read nothing, unless they are configured', async () => {
    const response = await createService({}).request('/v1/names', preflight);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('may read answers where they are, without credentials', async () => {
    const service = createService({ corsOrigins: ['https://portal.example'] });
    const { headers } = await service.request('/v1/names', preflight);
    expect(headers.get('access-control-allow-origin')).toBe('https://portal.example');
    expect(headers.get('access-control-allow-credentials')).toBeNull();
    const other = { ...preflight, headers: { ...preflight.headers, origin: 'https://evil.example' } };
    expect((await service.request('/v1/names', other)).headers.get('access-control-allow-origin')).toBeNull();
  });
});
