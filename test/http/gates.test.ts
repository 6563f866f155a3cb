import { describe, expect, test } from 'vitest';
import { fakeApp } from './fake-app.ts';

const app = fakeApp();
const JSON_TYPE = { 'content-type': 'application/json' };

/** Asks the operation of which these conditions hold. */
function ask(query: string, holds: readonly string[] = []): Promise<Response> {
  const file = { path: 'a.yaml', content: 'kind: A\n' };
  const body = JSON.stringify({ before: { files: [] }, after: { files: [file, { ...file, path: 'b' }] }, holds });
  return app.request(`/v1/fake-pair${query}`, { method: 'POST', headers: JSON_TYPE, body });
}

const outcome = async (query: string, holds?: readonly string[]) => {
  const response = await ask(query, holds);
  return [response.status, await response.json()];
};

describe('a gate', () => {
  test('that trips answers the same report with 422, and says which', async () => {
    expect(await outcome('?gate=red,green', ['green'])).toEqual([422, { files: [0, 2], gate: { tripped: ['green'] } }]);
    expect(await outcome('?gate=red&gate=green', ['green', 'red'])).toEqual([
      422,
      { files: [0, 2], gate: { tripped: ['red', 'green'] } },
    ]);
  });

  test.each([
    ['that does not hold', '?gate=red', ['green']],
    ['that nobody asked for', '', ['red', 'incomplete']],
  ])('%s leaves the report as it is', async (_which, query, holds) => {
    expect(await outcome(query, holds)).toEqual([200, { files: [0, 2] }]);
  });

  test('is never passed by what was not read in full', async () => {
    expect(await outcome('?gate=red', ['incomplete'])).toEqual([
      422,
      { files: [0, 2], gate: { tripped: ['incomplete'] } },
    ]);
  });

  test.each([
    ['txt', 'pass: a fake; gate tripped: red'],
    ['md', 'pass: a fake; gate tripped: red'],
    ['csv', 'row0,x'],
    ['ndjson', '"gate":{"tripped":["red"]}'],
  ])('trips in the form %s too', async (format, words) => {
    const response = await ask(`?gate=red&format=${format}`, ['red']);
    expect(response.status).toBe(422);
    expect(await response.text()).toContain(words);
  });

  test.each([
    ['a mistyped one', '?gate=gren', /Did you mean "green"\?/],
    ['an unknown one', '?gate=red,zzzzzz', /The gates are red, green\./],
    ['an empty one', '?gate=', /The gates are red, green\./],
    ['a name of the prototype', '?gate=constructor', /no gate "constructor"/],
  ])('that is %s is refused', async (_which, query, detail) => {
    const [status, problem] = await outcome(query, ['red']);
    expect(status).toBe(400);
    expect(problem).toMatchObject({
      type: '/problems/invalid-options',
      detail: expect.stringMatching(detail),
      errors: [{ option: 'gate' }],
    });
  });
});

describe('an operation on two bundles', () => {
  const form = (...names: readonly string[]) => {
    const body = new FormData();
    for (const name of names) body.append('f', new File(['kind: A\n'], name));
    return app.request('/v1/fake-pair', { method: 'POST', body });
  };

  test('takes a form whose files lie under before/ and after/', async () => {
    const response = await form('before/a.yaml', 'after/a.yaml', 'after/sub/b.yaml');
    expect([response.status, await response.json()]).toEqual([200, { files: [1, 2] }]);
  });

  test('refuses a file on neither side, and names it', async () => {
    const response = await form('before/a.yaml', 'web.yaml');
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      type: '/problems/malformed-body',
      detail: expect.stringContaining('filename=after/web.yaml'),
      errors: [{ file: 'web.yaml' }],
    });
  });

  test('is not mixed up with one on one bundle', async () => {
    const body = JSON.stringify({ after: { files: [{ path: 'a.yaml', content: 'kind: A\n' }] } });
    const response = await app.request('/v1/fake', { method: 'POST', headers: JSON_TYPE, body });
    expect([response.status, await response.json()]).toMatchObject([400, { type: '/problems/malformed-body' }]);
  });
});
