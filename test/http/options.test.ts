import { describe, expect, test } from 'vitest';
import { fakeApp } from './fake-app.ts';

const app = fakeApp();

describe('options of the query string', () => {
  test.each([
    ['true', '?self=true', { self: true }],
    ['false', '?self=false', { self: false }],
    ['an integer', '?limit=7', { limit: 7 }],
    ['a word', '?namespace=shop', { namespace: 'shop' }],
    ['a word that looks like a number', '?namespace=12', { namespace: '12' }],
    ['one of a list or a word', '?focus=a', { focus: 'a' }],
    ['commas', '?focus=a,b', { focus: ['a', 'b'] }],
    ['a repeated key', '?focus=a&focus=b', { focus: ['a', 'b'] }],
    ['one item of a list', '?kinds=a', { kinds: ['a'] }],
    ['a list as JSON', '?kinds=["a,b"]', { kinds: ['a,b'] }],
    ['objects as JSON', '?pairs=[{"from":"a","port":1}]', { pairs: [{ from: 'a', port: 1 }] }],
    ['one object as JSON', '?pairs={"from":"a","port":1}', { pairs: [{ from: 'a', port: 1 }] }],
    ['the form, which is no option', '?format=json', {}],
  ])('%s', async (_what, query, options) => {
    expect(await app.options(query)).toMatchObject(options);
  });

  test('defaults are filled in', async () => {
    expect(await app.options('')).toEqual({ namespace: 'default', self: false });
  });

  test('an option of the body wins', async () => {
    expect(await app.options('?namespace=a&self=true', { namespace: 'b' })).toMatchObject({
      namespace: 'b',
      self: true,
    });
  });
});

describe('an invalid option', () => {
  test.each([
    ['a mistyped one names the nearest', '?focsu=a', 'focsu', /"focus"/],
    ['one that is near to none lists all', '?zzzzzzzz=a', 'zzzzzzzz', /namespace, self, limit/],
    ['a name of the prototype', '?__proto__=a', '__proto__', /no option "__proto__"/],
    ['a wrong kind of value', '?self=yes', 'self', /self: .*boolean/],
    ['a number out of range', '?limit=0', 'limit', /limit: /],
    ['a key given twice', '?limit=1&limit=2', 'limit', /limit: /],
    ['a fault inside a value', '?pairs=[{"from":1,"port":1}]', 'pairs.0.from', /pairs\.0\.from: /],
    ['broken JSON', '?pairs=[{', 'pairs', /pairs: /],
    ['a gate', '?gate=error', 'gate', /no gates/],
  ])('%s', async (_what, query, option, detail) => {
    expect(await app.options(query)).toMatchObject({
      type: '/problems/invalid-options',
      status: 400,
      detail: expect.stringMatching(detail),
      errors: [{ option, message: expect.any(String) }],
    });
  });

  test('of the body is refused alike', async () => {
    expect(await app.options('', { focsu: 'a' })).toMatchObject({ status: 400, alternatives: ['focus'] });
    expect(await app.options('', JSON.parse('{"__proto__": 1}'))).toMatchObject({ status: 400 });
  });
});
