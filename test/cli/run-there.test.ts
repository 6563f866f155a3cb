import { describe, expect, test } from 'vitest';
import type { World } from '../../src/cli/world.ts';
import { OPERATIONS } from '../../src/operations/registry.ts';
import { exampleFiles, exampleFlags } from '../support/examples.ts';
import { inFolder, ownService, run } from './fake-world.ts';

const POD = 'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\n';
const SERVER = 'http://127.0.0.1:8787';
const answering = (body: string, init: ResponseInit): Partial<World> => ({
  fetch: async () => new Response(body, init),
});

describe('a service', () => {
  test.each(OPERATIONS)('answers $id as this machine does', async (operation) => {
    await inFolder(exampleFiles(operation), async (folder) => {
      const paths = operation.takes === 'pair' ? ['before', 'after'] : ['.'];
      const words = [operation.id, ...paths, ...exampleFlags(operation), '-f', 'json'];
      const here = await run(folder, words);
      expect(here).toMatchObject({ code: 0, err: '' });
      expect(await run(folder, [...words, '--server', SERVER])).toEqual(here);
    });
  });

  test('takes what is piped in, with the options', async () => {
    const words = ['reachability', '--namespace', 'x', '--no-external', '-f', 'json'];
    const here = await run('/', words, { stdin: POD });
    expect(here.out).toContain('x/web[Pod]');
    expect(await run('/', [...words, '-s', `${SERVER}/`], { stdin: POD })).toEqual(here);
  });

  test('is given the key of the environment, and asked below its own path', async () => {
    const asked: Request[] = [];
    const world: Partial<World> = {
      environment: { PORTOLAN_TOKEN: 'k3y' },
      fetch: async (input, init) => {
        asked.push(new Request(input, init));
        return new Response('');
      },
    };
    await run('/', ['validate', '-g', 'error,warning', '-s', 'https://ci.example/portolan/'], { stdin: POD, world });
    expect(asked[0]?.url).toMatch(/^https:\/\/ci\.example\/portolan\/v1\/validate\?format=txt&gate=error%2Cwarning/);
    expect(asked[0]?.headers.get('authorization')).toBe('Bearer k3y');
  });

  test('that trips a gate exits with 1', async () => {
    const compose = 'services: { web: { image: nginx, networks: [nowhere] } }\n';
    const ran = await run('/', ['validate', '-g', 'error', '-s', SERVER], { stdin: compose });
    expect(ran).toMatchObject({ code: 1, err: '', out: expect.stringContaining('gate tripped: error') });
  });
});

describe('a service that cannot answer', () => {
  const ask = (world: Partial<World>) => run('/', ['reachability', '-s', SERVER], { stdin: POD, world });

  test('refuses the files: 2, with what it says', async () => {
    expect(await run('/', ['reachability', '-s', SERVER], { stdin: 'a: 1\n' })).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('portolan: '),
    });
  });

  test.each([401, 404, 413, 429, 500, 503])('status %i: 3', async (status) => {
    const headers = { 'content-type': 'application/problem+json' };
    expect(await ask(answering('{"detail":"Not now."}', { status, headers }))).toEqual({
      code: 3,
      out: '',
      err: 'portolan: Not now.\n',
    });
  });

  test('is no Portolan: 3', async () => {
    const ran = await ask(answering('<html>', { status: 404 }));
    expect(ran).toMatchObject({ code: 3, out: '', err: expect.stringContaining('status 404') });
  });

  test('is not there: 3, with the reason', async () => {
    const fetch = async () => Promise.reject(new TypeError('fetch failed', { cause: new Error('ECONNREFUSED') }));
    const ran = await ask({ fetch });
    expect(ran).toEqual({ code: 3, out: '', err: `portolan: ${SERVER} does not answer: ECONNREFUSED.\n` });
  });

  test('breaks off: 3', async () => {
    const body = new ReadableStream({
      pull(controller) {
        controller.error(new Error('reset'));
      },
    });
    const ran = await ask({ fetch: async () => new Response(body) });
    expect(ran).toMatchObject({ code: 3, err: 'portolan: The answer broke off: reset.\n' });
  });

  test('ends its stream with an error record: 3', async () => {
    const body = '{"t":"peer"}\n{"t":"error","error":{}}\n';
    expect(await ask(answering(body, {}))).toMatchObject({ code: 3, out: body });
  });

  test('is named by something that is no URL: 2', async () => {
    const ran = await run('/', ['reachability', '-s', 'localhost:8787'], { stdin: POD, world: { fetch: ownService } });
    expect(ran).toMatchObject({ code: 2, err: expect.stringContaining('--server takes a URL') });
  });
});
