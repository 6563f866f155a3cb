import { describe, expect, test } from 'vitest';
import { app } from '../../src/entry/app.ts';
import { Admission, Capacity } from '../../src/http/admission.ts';
import { LIMITS } from '../../src/ingest/index.ts';
import { problemOf } from '../ingest/reading.ts';
import { fakeApp } from './fake-app.ts';

const LARGE = LIMITS.largeRequestBytes.value + 1;
const padded = (text: string) => `${text.padEnd(LARGE - 1)}\n`;
const BODY = padded('kind: A\n');

/** A body that comes in two parts; the second when it is let go on. */
function slowBody() {
  const gate = Promise.withResolvers<void>();
  const parts = [BODY, '\n'];
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const part = parts.shift();
      if (part === undefined) controller.close();
      else {
        if (parts.length === 0) await gate.promise;
        controller.enqueue(new TextEncoder().encode(part));
      }
    },
  });
  return { init: { method: 'POST', body, duplex: 'half' }, goOn: gate.resolve };
}

const send = (own: ReturnType<typeof fakeApp>, query = '', body = BODY) =>
  own.request(`/v1/fake${query}`, { method: 'POST', body });

describe('beside a large request', () => {
  test('another is busy, and told when to come again', async () => {
    const own = fakeApp();
    const slow = slowBody();
    const first = own.request('/v1/fake', slow.init);
    await new Promise((resolve) => setTimeout(resolve));
    const second = await send(own);
    expect(second.status).toBe(503);
    expect(Number(second.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await second.json()).toMatchObject({ type: '/problems/busy', status: 503 });
    slow.goOn();
    expect((await first).status).toBe(200);
    expect((await send(own)).status).toBe(200);
  });

  test('one is refused by its length before it is read', async () => {
    const own = fakeApp();
    const slow = slowBody();
    const first = own.request('/v1/fake', slow.init);
    await new Promise((resolve) => setTimeout(resolve));
    const headers = { 'content-length': String(LARGE) };
    const second = await own.request('/v1/fake', { method: 'POST', headers, body: 'kind: A\n' });
    expect(second.status).toBe(503);
    slow.goOn();
    await first;
  });

  test('a small one is answered', async () => {
    const own = fakeApp();
    const slow = slowBody();
    const first = own.request('/v1/fake', slow.init);
    await new Promise((resolve) => setTimeout(resolve));
    expect((await own.post('/v1/fake')).status).toBe(200);
    slow.goOn();
    await first;
  });

  test('a query of GraphQL of that size is busy as well', async () => {
    const slow = slowBody();
    const first = app.request('/v1/reachability', slow.init);
    await new Promise((resolve) => setTimeout(resolve));
    const headers = { 'content-type': 'application/json' };
    const ask = (query: string) =>
      app.request('/graphql', { method: 'POST', headers, body: JSON.stringify({ query }) });
    expect((await ask(padded('{ version }'))).status).toBe(503);
    expect((await ask('{ version }')).status).toBe(200);
    slow.goOn();
    await first;
    expect((await ask(padded('{ version }'))).status).toBe(200);
  });
});

describe('the place of a large request is free again', () => {
  const free = async (own: ReturnType<typeof fakeApp>) => (await send(own)).status === 200;

  test('when its answer has been written to the end, and not before', async () => {
    const own = fakeApp();
    const response = await send(own, '?format=csv&limit=50000');
    expect(response.status).toBe(200);
    expect(await free(own)).toBe(false);
    await response.text();
    expect(await free(own)).toBe(true);
  });

  test('when the client goes away in the middle of its answer', async () => {
    const own = fakeApp();
    const response = await send(own, '?format=csv&limit=50000');
    const reader = response.body?.getReader();
    await reader?.read();
    expect(await free(own)).toBe(false);
    await reader?.cancel();
    expect(await free(own)).toBe(true);
  });

  test('when its answer breaks off', async () => {
    const own = fakeApp();
    const response = await send(own, '?format=csv&limit=200000&fail=late');
    await expect(response.text()).rejects.toThrow();
    expect(await free(own)).toBe(true);
  });

  test.each(['problem', 'bug'])('when it fails with a %s', async (fail) => {
    const own = fakeApp();
    expect((await send(own, `?fail=${fail}`)).status).toBeGreaterThanOrEqual(400);
    expect(await free(own)).toBe(true);
  });

  test('when its body breaks off', async () => {
    const own = fakeApp();
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode(BODY)),
      pull: (controller) => controller.error(new Error('gone')),
    });
    const init = { method: 'POST', body, duplex: 'half' };
    expect((await own.request('/v1/fake', init)).status).toBe(400);
    expect(await free(own)).toBe(true);
  });
});

describe('the capacity', () => {
  test('is held by one, who may take it again, and released by that one alone', async () => {
    const capacity = new Capacity();
    const [one, other] = [new Admission(capacity), new Admission(capacity)];
    one.count(LARGE);
    one.count(LARGE + 1);
    expect((await problemOf(() => other.count(LARGE))).code).toBe('busy');
    other.end();
    expect((await problemOf(() => new Admission(capacity).count(LARGE))).code).toBe('busy');
    one.end();
    one.count(LARGE);
    new Admission(capacity).count(LARGE);
  });

  test('has so many places, and a place is free again once its request has ended', async () => {
    const capacity = new Capacity({ requests: 2, bytes: 100 });
    const [one] = [new Admission(capacity), new Admission(capacity)];
    expect((await problemOf(() => new Admission(capacity))).code).toBe('busy');
    one.end();
    one.end();
    new Admission(capacity);
    expect((await problemOf(() => new Admission(capacity))).code).toBe('busy');
  });

  test('has room for so many bytes, a request counting with all that has come', async () => {
    const capacity = new Capacity({ requests: 9, bytes: 100 });
    const [one, other] = [new Admission(capacity), new Admission(capacity)];
    for (const bytes of [60, 10, 60]) one.count(bytes);
    other.count(40);
    expect((await problemOf(() => one.count(61))).code).toBe('busy');
    other.end();
    one.count(100);
    one.end();
    new Admission(capacity).count(100);
  });

  test('is left by every request, however it ends', async () => {
    const own = fakeApp();
    const kinds = ['', '?fail=problem', '?fail=bug', '?format=csv', '?nonsense=1', '?gate=x'];
    for (let n = 0; n < LIMITS.requestsAtOnce.value; n++) {
      for (const query of kinds) await (await own.post(`/v1/fake${query}`)).text();
      await own.request('/graphql', { method: 'POST', body: '{}' });
    }
    expect((await own.post('/v1/fake')).status).toBe(200);
  });

  test('is not taken by what is not large', () => {
    const capacity = new Capacity();
    new Admission(capacity).count(LARGE - 1);
    new Admission(capacity).count(LARGE);
  });
});
