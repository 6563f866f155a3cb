/** The same files in every form a body may have: one answer. */

import { describe, expect, test } from 'vitest';
import { app } from '../../src/entry/app.ts';
import { ONLINE_BOUTIQUE } from '../support/online-boutique.ts';
import { gzip, tar, zip } from '../support/pack.ts';

const FILES = ONLINE_BOUTIQUE.map(({ path, content }) => [path, content] as const);

async function put(path: string, body: RequestInit['body'], headers: Record<string, string> = {}): Promise<Response> {
  return app.request(path, { method: 'PUT', body: body ?? null, headers });
}

function form(files: readonly (readonly [string, string])[]): FormData {
  const data = new FormData();
  for (const [path, content] of files) data.append('f', new File([content], path));
  return data;
}

/** Bytes, for a string would come with a type of its own. */
const envelope = new TextEncoder().encode(JSON.stringify({ files: ONLINE_BOUTIQUE }));
const expected = await (await put('/v1/reachability', envelope)).text();

describe('the same files give the same bytes', () => {
  test.each<[string, () => RequestInit['body'] | Promise<RequestInit['body']>, Record<string, string>]>([
    ['a form', () => form(FILES), {}],
    ['a tar archive', () => tar(FILES), {}],
    ['a tar archive in another order', () => tar(FILES.toReversed()), {}],
    ['a gzipped tar archive', async () => gzip(await tar(FILES)), { 'content-type': 'application/gzip' }],
    ['a tar archive whose encoding is gzip', async () => gzip(await tar(FILES)), { 'content-encoding': 'gzip' }],
    ['a zip archive', () => zip(FILES.map(([path, content]) => ({ path, content }))), {}],
    ['a gzipped envelope', () => gzip(envelope), { 'content-encoding': 'gzip', 'content-type': 'application/json' }],
  ])('as %s', async (_, body, headers) => {
    const response = await put('/v1/reachability', await body(), headers);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(expected);
  });

  test('as a form of hundreds of files', async () => {
    const documents = FILES.flatMap(([, content]) => content.split(/^---$/m));
    const files = documents.map((content, n) => [`folder/${n}.yaml`, content] as const);
    const padding = Array.from({ length: 400 }, (_, n) => [`empty/${n}.yaml`, '# nothing\n'] as const);
    const csv = await (await put('/v1/reachability?format=csv', form([...files, ...padding]))).text();
    expect(csv).toBe(await (await put('/v1/reachability?format=csv', envelope)).text());
  });
});

test('an archive holds two bundles in its folders before and after', async () => {
  const [before, after] = [FILES, FILES.filter(([path]) => path !== 'policies.yaml')];
  const side = (name: string, files: typeof FILES) => files.map(([path, text]) => [`./${name}/${path}`, text] as const);
  const archive = await tar([...side('before', before), ...side('after', after), ['README.md', 'x']]);
  const response = await put('/v1/diff?gate=added', gzip(archive));
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({ gate: { tripped: ['added'] } });
});

test('findings have the names that files have in an archive, and tell what was not read', async () => {
  const archive = await tar([
    ['deep/down/bad.yaml', 'a: [\n'],
    ['deep/pod.yaml', 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: []}\n'],
    ['README.md', 'x'],
  ]);
  const response = await put('/v1/validate?gate=error', archive);
  expect(response.status).toBe(422);
  const { findings, complete } = (await response.json()) as {
    readonly findings: readonly { readonly rule: string; readonly file?: string; readonly message: string }[];
    readonly complete: boolean;
  };
  expect(complete).toBe(false);
  expect(findings.find(({ rule }) => rule === 'YML001')?.file).toBe('deep/down/bad.yaml');
  expect(findings.find(({ rule }) => rule === 'YML009')?.message).toContain('README.md');
});

test('the limits on archives are served', async () => {
  const { limits } = (await (await app.request('/version')).json()) as { limits: Record<string, unknown> };
  expect(Object.keys(limits)).toEqual(expect.arrayContaining(['inflatedBytes', 'inflationRatio', 'entries']));
});
