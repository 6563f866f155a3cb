/**
 * A fault at each stage of a request: a problem with the id of the request, a line in the log with the kind of error,
 * nothing of the input or of the fault in either; and the next request is answered as always.
 */

import { afterEach, describe, expect, test, vi } from 'vitest';
import { Reach } from '../../src/engine/reach.ts';
import { createService } from '../../src/entry/app.ts';
import { IssuerUnavailable } from '../../src/http/access/key-sets.ts';
import { tokenGatekeeper } from '../../src/http/access/tokens.ts';
import { Intake } from '../../src/ingest/intake.ts';
import { reachability } from '../../src/operations/reachability.ts';
import { OPERATIONS } from '../../src/operations/registry.ts';
import { memoryParts } from '../../src/platform/memory/parts.ts';
import { FORMATS } from '../../src/render/formats.ts';

const CANARY = 'canary-4b1d';
const ID = 'request-1234';
const POD = (name: string) => `apiVersion: v1
kind: Pod
metadata: { name: ${name}, labels: { app: ${CANARY} } }
spec: { containers: [{ name: c, image: x }] }
`;
const BODY = JSON.stringify({ files: [{ path: 'a.yaml', content: `${POD('a')}---\n${POD('b')}` }] });
const JSON_TYPE = { 'content-type': 'application/json', 'x-request-id': ID };

const log: string[] = [];
const parts = memoryParts({ operations: OPERATIONS });
const service = createService({ ...parts, log: (line) => log.push(line) });

const ask = (path = '/v1/reachability', headers: Record<string, string> = {}, app = service, body: string = BODY) =>
  app.request(path, { method: 'POST', headers: { ...JSON_TYPE, ...headers }, body });

/** A bug in the words of the input. */
const bug = () => {
  throw new TypeError(`cannot read ${CANARY}`);
};

afterEach(() => {
  vi.restoreAllMocks();
  log.length = 0;
});

async function expectProblem(response: Response, status: number, code: string): Promise<void> {
  const text = await response.text();
  expect([response.status, JSON.parse(text)]).toMatchObject([status, { type: `/problems/${code}`, instance: ID }]);
  expect(text + log.join('')).not.toContain(CANARY);
}

describe('a fault', () => {
  test.each<[string, () => unknown]>([
    ['while documents are taken in', () => vi.spyOn(Intake.prototype, 'accept').mockImplementationOnce(bug)],
    ['while an operation is run', () => vi.spyOn(reachability, 'run').mockImplementationOnce(bug)],
    ['while rows are computed', () => vi.spyOn(Reach.prototype, 'row').mockImplementationOnce(bug)],
    ['while the answer is written', () => FORMATS[0] && vi.spyOn(FORMATS[0], 'write').mockImplementationOnce(bug)],
    ['of digests', () => vi.spyOn(crypto.subtle, 'digest').mockImplementationOnce(bug)],
  ])('%s is a problem, and the next request is answered', async (_, break_) => {
    break_();
    await expectProblem(await ask(`/v1/reachability?namespace=n${Math.abs(_.length)}`), 500, 'internal');
    expect(log).toHaveLength(1);
    expect(JSON.parse(log[0] ?? '')).toMatchObject({ level: 'error', requestId: ID, error: 'TypeError' });
    expect((await ask()).status).toBe(200);
  });

  test('of the network in the middle of a body is the fault of the request', async () => {
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(BODY.slice(0, 50)));
        controller.error(new Error(CANARY));
      },
    });
    const init = { method: 'POST', headers: JSON_TYPE, body, duplex: 'half' };
    await expectProblem(await service.request('/v1/reachability', init), 400, 'malformed-body');
  });

  test('of the store or of the runner of jobs is 503, with a time to come again', async () => {
    const put = () => vi.spyOn(parts.snapshots, 'put').mockImplementationOnce(bug);
    put();
    const stored = await ask('/v1/snapshots');
    expect(stored.headers.get('retry-after')).toMatch(/^\d+$/);
    await expectProblem(stored, 503, 'unavailable');
    put();
    await expectProblem(await ask('/v1/names', { prefer: 'respond-async' }), 503, 'unavailable');
    vi.spyOn(parts.jobs, 'start').mockImplementationOnce(bug);
    await expectProblem(await ask('/v1/names', { prefer: 'respond-async' }), 503, 'unavailable');
    vi.spyOn(parts.jobs, 'find').mockImplementationOnce(bug);
    const job = await service.request(`/v1/jobs/${crypto.randomUUID()}`, { headers: JSON_TYPE });
    await expectProblem(job, 503, 'unavailable');
    vi.spyOn(parts.snapshots, 'get').mockImplementationOnce(bug);
    const named = JSON.stringify({ snapshot: `sha256:${'0'.repeat(64)}` });
    await expectProblem(await ask('/v1/names', {}, service, named), 503, 'unavailable');
    expect((await ask('/v1/snapshots')).status).toBe(201);
  });

  test('of the keys of an issuer is 503, and never lets in', async () => {
    const keys = () => Promise.reject(new IssuerUnavailable(CANARY));
    const gatekeeper = tokenGatekeeper({ issuer: 'https://a.example', audience: 'x', claims: {} }, keys);
    const guarded = createService({ gatekeeper });
    const token = [{ alg: 'RS256' }, { iss: 'x' }, 'x']
      .map((part) => btoa(JSON.stringify(part)).replaceAll('=', ''))
      .join('.');
    await expectProblem(await ask('/v1/names', { authorization: `Bearer ${token}` }, guarded), 503, 'unavailable');
  });

  test('in a job is the answer of the job', async () => {
    vi.spyOn(reachability, 'run').mockImplementationOnce(bug);
    const accepted = await ask('/v1/reachability?namespace=job', { prefer: 'respond-async' });
    const location = accepted.headers.get('location') ?? '';
    let job = await service.request(location);
    for (let turn = 0; turn < 500 && job.status === 202; turn++) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      job = await service.request(location);
    }
    expect([job.status, await job.text()]).toEqual([500, expect.not.stringContaining(CANARY)]);
  });
});
