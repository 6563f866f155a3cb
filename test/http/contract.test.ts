/** The OpenAPI document says of every route what it does: its examples are of its schemas, and so are real answers. */

import { describe, expect, test } from 'vitest';
import { createService } from '../../src/entry/app.ts';
import { keyGatekeeper } from '../../src/http/access/keys.ts';
import { exampleRequests } from '../../src/operations/example-requests.ts';
import { OPERATIONS } from '../../src/operations/registry.ts';
import { memoryParts } from '../../src/platform/memory/parts.ts';
import { formsWith } from '../../src/render/formats.ts';
import { tar } from '../support/pack.ts';
import { Contract, type Json } from './contract.ts';

const service = createService(memoryParts({ operations: OPERATIONS, rate: { quota: 100_000, windowSeconds: 60 } }));
const contract = await Contract.of(service);
const ID = 'x-request-id';

async function ask(route: string, init: RequestInit = {}, path = route.split(' ')[1] ?? ''): Promise<string[]> {
  const method = route.split(' ')[0] ?? 'GET';
  return contract.undocumented(route, await service.request(path, { method, ...init }));
}

const json = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json', [ID]: 'contract-test', ...headers },
});

test('every route with each of its methods is described, and nothing else', () => {
  const known = service.routes.filter(({ path, method }) => path !== '/*' && method !== 'OPTIONS' && method !== 'ALL');
  const served = known.map(({ path, method }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
  expect([...new Set(served)].sort()).toEqual(contract.routes().sort());
});

test('every example is of its schema', () => {
  const faults: string[] = [];
  const visit = (value: Json, at: string): void => {
    if (typeof value !== 'object' || value === null) return;
    const { schema } = value;
    const examples = [value['example'], ...Object.values(value['examples'] ?? {}).map((one) => one['value'])];
    for (const example of examples) {
      if (schema !== undefined && example !== undefined) {
        faults.push(...contract.faults(schema, example).map((fault) => `${at}: ${fault}`));
      }
    }
    for (const [key, member] of Object.entries(value)) if (key !== 'example') visit(member, `${at}/${key}`);
  };
  visit(contract.document['components'] ?? {}, 'components');
  visit(contract.document['paths'] ?? {}, 'paths');
  expect(faults).toEqual([]);
});

describe.each(OPERATIONS.map((operation) => [operation.id, operation] as const))('%s', (id, operation) => {
  const [example] = operation.examples;
  const route = `POST /v1/${id}`;

  test('answers in every form as described', async () => {
    for (const { name } of formsWith(operation.views)) {
      expect(await ask(route, json(example?.body), `/v1/${id}?format=${name}`)).toEqual([]);
    }
    for (const { mediaType } of formsWith(operation.views)) {
      expect(await ask(route, json(example?.body, { accept: mediaType }))).toEqual([]);
    }
  });

  test('answers an archive and a deferred request as described', async () => {
    const [request] = exampleRequests(operation);
    const files = (request?.bundle.files ?? []).map(
      ({ path, bytes }) => [path, new TextDecoder().decode(bytes)] as const,
    );
    expect(await ask(`PUT /v1/${id}`, { body: await tar(files) })).toEqual([]);
    expect(await ask(route, json(example?.body, { prefer: 'respond-async' }))).toEqual([]);
    expect(await ask(route, json(example?.body, { 'if-none-match': '*' }))).toEqual([]);
  });

  test('refuses as described', async () => {
    const gates = operation.gates.join(',');
    const refused: [RequestInit, string?][] = [
      [json({})],
      [json({ files: [] })],
      [json({ files: [{ path: 'a.yaml', content: 'a: [' }] }), `/v1/${id}${gates ? `?gate=${gates}` : ''}`],
      [json({ snapshot: `sha256:${'0'.repeat(64)}` })],
      [json(example?.body), `/v1/${id}?format=nonsense`],
      [json(example?.body), `/v1/${id}?nonsense=1`],
      [json(example?.body, { 'content-encoding': 'br' })],
      [json(example?.body, { 'content-type': 'image/png' })],
      [json(example?.body, { 'content-length': '999999999' })],
    ];
    for (const [init, path] of refused) expect(await ask(route, init, path)).toEqual([]);
  });
});

describe('the other routes', () => {
  test('answer as described', async () => {
    const [problem, rule, job] = ['GET /problems/{code}', 'GET /v1/rules/{id}', 'GET /v1/jobs/{id}'];
    const inPath: [string, string][] = [
      [problem, '/problems/busy'],
      [problem, '/problems/nonsense'],
      [rule, '/v1/rules/YML001'],
      [rule, '/v1/rules/nonsense'],
      [job, `/v1/jobs/${crypto.randomUUID()}`],
    ];
    for (const [route, path] of inPath) expect(await ask(route, {}, path)).toEqual([]);
    for (const route of contract.routes().filter((one) => one.startsWith('GET') && !one.includes('{'))) {
      for (const accept of ['application/json', 'text/html', 'text/plain', 'image/png']) {
        expect(
          await ask(route, { headers: { accept, traceparent: `00-${'1'.repeat(32)}-${'2'.repeat(16)}-01` } }),
        ).toEqual([]);
      }
    }
  });

  test('keep and give back as described', async () => {
    const kept = json({ files: [{ path: 'a.yaml', content: 'a: b' }] });
    for (const method of ['POST', 'PUT']) expect(await ask(`${method} /v1/snapshots`, kept)).toEqual([]);
    for (const body of [{}, { files: [] }, { files: [], namespace: 'x' }]) {
      expect(await ask('POST /v1/snapshots', json(body))).toEqual([]);
    }
    expect(await ask('POST /graphql', json({ query: '{ version }' }))).toEqual([]);
    expect(await ask('POST /graphql', json({ query: '{' }))).toEqual([]);
  });

  test('turn away as described', async () => {
    const guarded = createService({ gatekeeper: keyGatekeeper([]) });
    const bare = createService({ limiter: { take: async () => ({ allowed: false, quota: 1, windowSeconds: 1 }) } });
    for (const route of contract.routes().filter((one) => !one.includes('{'))) {
      const [method = '', path = ''] = route.split(' ');
      for (const app of [guarded, bare]) {
        expect(await contract.undocumented(route, await app.request(path, { method }))).toEqual([]);
      }
    }
  });
});
