import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { app } from '../../src/entry/app.ts';
import { OPERATIONS } from '../../src/operations/registry.ts';
import { formsWith } from '../../src/render/formats.ts';
import { exampleBody } from '../support/examples.ts';
import { BuiltServer, type ServerProcess } from './server-process.ts';

const built = new BuiltServer();
/** Ends a hook that hangs; a busy machine is slow. */
const PATIENCE_MS = 120_000;
const POLL = { timeout: PATIENCE_MS, interval: 50 };

beforeAll(() => built.build(), PATIENCE_MS);
afterAll(() => built.end());

const POD = 'apiVersion: v1\nkind: Pod\nmetadata: { name: canary-4711, namespace: canary-4712 }\n';
const JSON_TYPE = { 'content-type': 'application/json' };

/** A body of `bytes` and more that goes on when it is told to. */
function slowBody(bytes: number) {
  const gate = Promise.withResolvers<void>();
  const parts = [POD, `#${'x'.repeat(bytes)}\n`, '# end\n'];
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const part = parts.shift();
      if (part === undefined) return controller.close();
      if (parts.length === 0) await gate.promise;
      controller.enqueue(new TextEncoder().encode(part));
    },
  });
  return { body, goOn: gate.resolve };
}

async function problemOf(response: Response) {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  return (await response.json()) as Record<string, unknown>;
}

describe('the service on Node', () => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = await built.start();
  }, PATIENCE_MS);

  const forms = OPERATIONS.flatMap((operation) =>
    formsWith(operation.views).map(({ name }) => [operation.id, name, exampleBody(operation)] as const),
  );

  test.each(forms)('answers %s as %s with the bytes of the app', async (id, form, body) => {
    const path = `/v1/${id}?format=${form}`;
    const here = await app.request(path, { method: 'POST', headers: JSON_TYPE, body });
    const there = await server.post(path, body, JSON_TYPE);
    expect(there.status).toBe(200);
    expect(await there.text()).toBe(await here.text());
    expect(there.headers.get('etag')).toBe(here.headers.get('etag'));
  });

  test('answers queries of GraphQL, and says what is wrong with one', async () => {
    for (const query of ['{ version }', '{ nothing }', '{']) {
      const body = JSON.stringify({ query });
      const here = await app.request('/graphql', { method: 'POST', headers: JSON_TYPE, body });
      const there = await server.post('/graphql', body, JSON_TYPE);
      expect([there.status, await there.text()]).toEqual([here.status, await here.text()]);
    }
  });

  test('answers problems with the id of the request', async () => {
    const response = await server.post('/v1/reachability', 'a: 1\n');
    expect(response.status).toBe(400);
    expect(await problemOf(response)).toMatchObject({ instance: response.headers.get('x-request-id') });
  });

  test('streams a large upload and a large answer', async () => {
    const pods = Array.from({ length: 12_000 }, (_, n) => `${POD.replace('4711', String(n))}---\n`).join('');
    const body = `${pods}#${'x'.repeat(9_000_000)}\n`;
    const response = await server.post('/v1/reachability?format=ndjson', body);
    const lines = (await response.text()).trimEnd().split('\n');
    expect(lines.filter((line) => line.startsWith('{"t":"peer"')).length).toBe(12_000);
    expect(lines.at(-1)).toContain('"t":"summary"');
  });

  test('keeps snapshots where every thread finds them', async () => {
    const stored = await server.post('/v1/snapshots', POD);
    const { snapshot } = (await stored.json()) as { readonly snapshot: string };
    for (let n = 0; n < 4; n++) {
      const answers = [1, 2].map(() => server.post('/v1/validate', JSON.stringify({ snapshot }), JSON_TYPE));
      for (const answer of await Promise.all(answers)) expect(answer.status).toBe(200);
    }
    const query = 'query ($snapshot: String!) { analysis(bundle: { snapshot: $snapshot }) { __typename } }';
    const body = JSON.stringify({ query, variables: { snapshot } });
    expect(await (await server.post('/graphql', body, JSON_TYPE)).json()).toEqual({
      data: { analysis: { __typename: 'Analysis' } },
    });
  });

  test('carries out jobs, in threads', async () => {
    const prefer = { prefer: 'respond-async' };
    const ordered = await server.post('/v1/reachability?format=csv', POD, prefer);
    expect(ordered.status).toBe(202);
    const at = `${server.origin}${ordered.headers.get('location')}`;
    await expect.poll(async () => (await fetch(at)).headers.get('content-type'), POLL).toContain('text/csv');
  });

  test('logs one line for each request, with its route and figures and nothing of what it brought', async () => {
    await server.post('/v1/validate?namespace=canary-4713', POD);
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    await fetch(`${server.origin}/canary-4714?x=canary-4715`, { headers: { traceparent } });
    const nowhere = JSON.parse(await server.logged(/"route":"none"/)) as Record<string, unknown>;
    expect(nowhere).toMatchObject({ level: 'info', method: 'GET', status: 404, ended: 'whole' });
    expect(nowhere).toMatchObject({ trace: '0af7651916cd43dd8448eb211c80319c' });
    expect(Date.parse(String(nowhere['time']))).toBeGreaterThan(0);
    const validate = JSON.parse(server.log.findLast((line) => line.includes('"/v1/validate"')) ?? '{}');
    expect(validate).toMatchObject({ method: 'POST', status: 200, requestBytes: POD.length });
    expect(server.log.join('\n')).not.toContain('canary');
  });

  test('gives figures in the text format of Prometheus', async () => {
    const response = await fetch(`${server.origin}/metrics`);
    expect(response.headers.get('content-type')).toContain('version=0.0.4');
    const text = await response.text();
    expect(text).toMatch(/portolan_requests_total\{route="\/v1\/validate",method="POST",status="200"\} [1-9]/);
    expect(text).toContain('portolan_threads{state="idle"} 2');
    expect(text).not.toContain('canary');
  });
});

describe('a request that takes too much', () => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = await built.start({ PORTOLAN_THREAD_MEGABYTES: '32', PORTOLAN_LIMIT_FILES: '3' });
  }, PATIENCE_MS);

  test('of memory loses its thread, and no other request', async () => {
    const pods = Array.from({ length: 30_000 }, (_, n) => POD.replace('4711 ', `${n}, labels: { a: b${n} } `));
    const heavy = server.post('/v1/reachability', pods.join('---\n'));
    const other = await server.post('/v1/validate', POD);
    expect(other.status).toBe(200);
    const response = await heavy;
    expect(response.status).toBe(413);
    expect(await problemOf(response)).toMatchObject({ limit: 'threadMegabytes', maximum: 32 });
    expect(await server.metric('portolan_threads_lost_total{reason="memory"}')).toBe(1);
  });

  test('of time loses its thread, and no other request', async () => {
    const server = await built.start({ PORTOLAN_CALL_SECONDS: '5' });
    const slow = slowBody(9_000_000);
    const response = server.post('/v1/validate', slow.body);
    await expect.poll(() => server.metric('portolan_threads{state="busy"}'), POLL).toBe(1);
    expect((await server.post('/v1/validate', POD)).status).toBe(200);
    expect((await response).status).toBe(413);
    expect(await problemOf(await response)).toMatchObject({ limit: 'callSeconds', maximum: 5 });
    slow.goOn();
  });

  test('a limit is what it was set to, in the answer and at /version', async () => {
    const files = ['a', 'b', 'c', 'd'].map((path) => ({ path, content: POD }));
    const response = await server.post('/v1/validate', JSON.stringify({ files }), JSON_TYPE);
    expect(await problemOf(response)).toMatchObject({ status: 413, limit: 'files', maximum: 3 });
    await server.logged(/"status":413.*"problem":"limit-exceeded","limit":"files"/);
    expect(await server.metric('portolan_problems_total{code="limit-exceeded",limit="files"}')).toBe(1);
    const version = await (await fetch(`${server.origin}/version`)).json();
    expect(version).toMatchObject({ limits: { files: { value: 3 } } });
  });
});

describe('the end', () => {
  test('comes when the requests that were there are answered; no new one is taken', async () => {
    const server = await built.start({ PORTOLAN_THREADS: '1', PORTOLAN_QUEUE: '0' });
    const slow = slowBody(9_000_000);
    const answer = server.post('/v1/validate', slow.body);
    await expect.poll(() => server.metric('portolan_threads{state="busy"}'), POLL).toBe(1);
    const busy = await server.post('/v1/validate', POD);
    expect([busy.status, Number(busy.headers.get('retry-after')) > 0]).toEqual([503, true]);
    server.process.kill('SIGTERM');
    await server.logged(/"event":"draining"/);
    slow.goOn();
    expect((await answer).status).toBe(200);
    expect(await server.exit).toBe(0);
    expect(server.log.at(-1)).toContain('"event":"ended","requests":"whole"');
  });

  test('cuts what is left when its time is over', async () => {
    const server = await built.start({ PORTOLAN_DRAIN_SECONDS: '0' });
    const slow = slowBody(9_000_000);
    const answer = server.post('/v1/validate', slow.body);
    await expect.poll(() => server.metric('portolan_threads{state="busy"}'), POLL).toBe(1);
    server.process.kill('SIGTERM');
    await expect(answer).rejects.toThrow();
    expect(await server.exit).toBe(0);
    expect(server.log.at(-1)).toContain('"requests":"cut"');
  });
});

describe('a service with keys', () => {
  test('lets in whoever has one, to its figures too', async () => {
    const key = 'correct-horse';
    const hash = createHash('sha256').update(key).digest('hex');
    const server = await built.start({ PORTOLAN_ACCESS: 'keys', PORTOLAN_KEYS: `ci:${hash}` });
    const headers = { authorization: `Bearer ${key}` };
    expect((await fetch(`${server.origin}/metrics`)).status).toBe(401);
    expect((await fetch(`${server.origin}/metrics`, { headers })).status).toBe(200);
    expect((await server.post('/v1/validate', POD)).status).toBe(401);
    expect((await server.post('/v1/validate', POD, headers)).status).toBe(200);
    expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);
  });
});

describe('a service with a limit on how often one may ask', () => {
  test('goes by the connection, not by what a client says of itself', async () => {
    const server = await built.start({ PORTOLAN_RATE_LIMIT: '2/60' });
    const ask = (address: string) => server.post('/v1/validate', POD, { 'cf-connecting-ip': address });
    expect([(await ask('192.0.2.1')).status, (await ask('192.0.2.2')).status]).toEqual([200, 200]);
    const third = await ask('192.0.2.3');
    expect([third.status, Number(third.headers.get('retry-after')) > 0]).toEqual([429, true]);
  });
});

describe('a service that cannot start', () => {
  test('because of its configuration says what, where and what to do', async () => {
    const ended = await built.try({ PORTOLAN_THREADS: 'many', PORTOLAN_QUEUEU: '1' });
    expect(ended).toMatchObject({ code: 2 });
    expect(ended.log.join('\n')).toContain('PORTOLAN_THREADS: "many" is not a whole number');
    expect(ended.log.join('\n')).toContain('Did you mean PORTOLAN_QUEUE?');
  });

  test('because of its access says what is missing', async () => {
    const ended = await built.try({ PORTOLAN_ACCESS: 'keys' });
    expect(ended).toMatchObject({ code: 2, log: [expect.stringContaining('PORTOLAN_KEYS is missing')] });
  });

  test('because its address is taken says which', async () => {
    const server = await built.start();
    const { host } = new URL(server.origin);
    const second = await built.try({ PORTOLAN_LISTEN: host });
    expect(second).toMatchObject({ code: 2, log: [expect.stringContaining(`PORTOLAN_LISTEN: ${host}`)] });
  });
});
