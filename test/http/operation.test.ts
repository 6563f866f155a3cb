import { describe, expect, test } from 'vitest';
import { PROBLEMS } from '../../src/util/problem.ts';
import { fakeApp } from './fake-app.ts';

const app = fakeApp();

describe('an operation', () => {
  test('takes PUT as POST', async () => {
    const init = { headers: { 'content-type': 'application/yaml' }, body: 'kind: A\n' };
    const [post, put] = [
      await app.request('/v1/fake', { method: 'POST', ...init }),
      await app.request('/v1/fake', { method: 'PUT', ...init }),
    ];
    expect(put.status).toBe(200);
    expect(await put.text()).toBe(await post.text());
  });

  test.each([
    ['json', 'application/json'],
    ['txt', 'text/plain; charset=utf-8'],
    ['csv', 'text/csv; charset=utf-8; header=present'],
    ['md', 'text/markdown; charset=utf-8; variant=GFM'],
    ['ndjson', 'application/x-ndjson; charset=utf-8'],
  ])('answers as %s with its type, to be asked for again by its tag, and varying by Accept', async (format, type) => {
    const response = await app.post(`/v1/fake?format=${format}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('cache-control')).toBe('private, no-cache');
    expect(response.headers.get('vary')).toBe('Accept');
    expect((await response.text()).endsWith('\n')).toBe(true);
  });

  test('streams a long answer whole', async () => {
    const response = await app.post('/v1/fake?format=csv&limit=50000');
    const lines = (await response.text()).split('\r\n');
    expect(lines).toHaveLength(50_002);
    expect(lines.at(-2)).toBe('row49999,x');
  });
});

describe('a request that is refused', () => {
  test('by its form has what there is', async () => {
    const response = await app.post('/v1/fake?format=svg');
    expect(response.status).toBe(406);
    expect(await response.json()).toMatchObject({ alternatives: ['json', 'txt', 'csv', 'md', 'ndjson'] });
  });

  test.each([
    ['too long by its own word', { 'content-length': '100000001' }, 413],
    ['encoded as is not read', { 'content-encoding': 'br' }, 415],
    ['encoded twice', { 'content-encoding': 'gzip, gzip' }, 415],
  ])('because it is %s is not read', async (_why, headers, status) => {
    let read = false;
    const body = new ReadableStream(
      {
        pull(controller) {
          read = true;
          controller.close();
        },
      },
      { highWaterMark: 0 },
    );
    const init = { method: 'POST', headers, body, duplex: 'half' };
    const response = await app.request('/v1/fake', init);
    expect(response.status).toBe(status);
    expect(read).toBe(false);
  });

  test('because it is empty is 400', async () => {
    const response = await app.request('/v1/fake', { method: 'POST' });
    expect(await response.json()).toMatchObject({ type: '/problems/empty-bundle', status: 400 });
  });

  test('names the problem of an analysis, with its figures', async () => {
    const response = await app.post('/v1/fake?fail=problem');
    expect(response.status).toBe(413);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toEqual({
      type: '/problems/limit-exceeded',
      title: PROBLEMS['limit-exceeded'].title,
      status: 413,
      detail: 'Too many cells.',
      instance: response.headers.get('x-request-id'),
      limit: 'cells',
      value: 7,
      maximum: 5,
    });
  });
});

describe('a bug', () => {
  test('says nothing but its id, and logs one line without the message', async () => {
    const own = fakeApp();
    const response = await own.post('/v1/fake?fail=bug');
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('secrets');
    expect(own.log.map((line) => JSON.parse(line))).toEqual([
      {
        level: 'error',
        requestId: response.headers.get('x-request-id'),
        route: '/v1/fake',
        error: 'TypeError',
      },
    ]);
  });

  test('in the middle of a stream breaks it off', async () => {
    const response = await app.post('/v1/fake?format=csv&limit=200000&fail=late');
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
  });
});
