import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../src/ingest/index.ts';
import { PROBLEMS } from '../../src/util/problem.ts';
import { fakeApp } from './fake-app.ts';

const app = fakeApp();
const get = (path: string, accept?: string) => app.request(path, accept === undefined ? {} : { headers: { accept } });

const PATHS = [
  ['/', 'text/html; charset=utf-8'],
  ['/healthz', 'application/json'],
  ['/version', 'application/json'],
  ['/openapi.json', 'application/json'],
  ['/openapi.yaml', 'application/yaml'],
  ['/v1/rules', 'application/json'],
  ['/v1/rules/svc001', 'application/json'],
  ['/problems', 'application/json'],
  ['/problems/not-found', 'application/json'],
  ['/graphql/schema.graphql', 'text/plain; charset=utf-8'],
  ['/style.css', 'text/css; charset=utf-8'],
] as const;

describe.each(PATHS)('%s', (path, type) => {
  test('answers GET with its type', async () => {
    const response = await get(path);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
  });

  test('answers HEAD without a body', async () => {
    const response = await app.request(path, { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });

  test('refuses POST, saying what is allowed', async () => {
    const response = await app.request(path, { method: 'POST', body: 'x' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
    expect(await response.json()).toMatchObject({ type: '/problems/method-not-allowed' });
  });

  test('carries the security headers and an id', async () => {
    const { headers } = await get(path);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
  });
});

test('a problem carries the security headers too', async () => {
  const { status, headers } = await get('/nothing');
  expect(status).toBe(404);
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
});

test('OPTIONS says what a path takes', async () => {
  const response = await app.request('/v1/fake', { method: 'OPTIONS' });
  expect([response.status, response.headers.get('allow')]).toEqual([204, 'POST, PUT, OPTIONS']);
});

test('GET of an operation is 405', async () => {
  expect((await get('/v1/fake')).status).toBe(405);
});

describe('the page', () => {
  test('asks nobody else and runs nothing', async () => {
    const text = await (await get('/', 'text/html')).text();
    expect(text).not.toMatch(/<script|<iframe|\son\w+=|\sstyle=/i);
    const targets = [...text.matchAll(/(?:href|src)="([^"]*)"/g)].map((match) => match[1]);
    expect(targets.every((target) => target === 'data:,' || /^\/[^/]/.test(target ?? ''))).toBe(true);
  });

  test('shows how to call it at the address it was called at', async () => {
    const text = await (await app.request('https://reach.example/')).text();
    expect(text).toContain('https://reach.example/v1/reachability');
  });

  test.each([
    ['application/json', 'application/json'],
    ['text/plain', 'text/plain; charset=utf-8'],
  ])('is %s for who prefers that', async (accept, type) => {
    const response = await get('/', accept);
    expect(response.headers.get('content-type')).toBe(type);
    expect(await response.text()).toContain('/v1/fake');
  });
});

test('/version has every limit with its reason', async () => {
  expect(await (await get('/version')).json()).toEqual({ name: 'fake', version: '1.2.3', limits: LIMITS });
});

describe('problem pages', () => {
  test('there is one for every code', async () => {
    for (const code of Object.keys(PROBLEMS)) {
      expect(await (await get(`/problems/${code}`)).json()).toMatchObject({ code, type: `/problems/${code}` });
      expect((await get(`/problems/${code}`, 'text/html')).headers.get('content-type')).toContain('text/html');
    }
  });

  test('an unknown code is 404 and names the nearest', async () => {
    const response = await get('/problems/not-fond');
    expect([response.status, await response.json()]).toMatchObject([404, { alternatives: ['not-found'] }]);
  });

  test('the word that was asked for is never shown', async () => {
    expect(await (await get('/problems/%3Cscript%3E')).text()).not.toContain('script');
  });
});
