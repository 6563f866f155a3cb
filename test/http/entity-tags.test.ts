import { describe, expect, test } from 'vitest';
import { app } from '../../src/entry/app.ts';
import { ONLINE_BOUTIQUE } from '../support/online-boutique.ts';

const MANIFESTS = ONLINE_BOUTIQUE.map(({ content }) => content).join('---\n');

async function put(path: string, headers: Record<string, string> = {}, body = MANIFESTS): Promise<Response> {
  return app.request(path, { method: 'PUT', body, headers });
}

const tagOf = async (path: string, body = MANIFESTS) => (await put(path, {}, body)).headers.get('etag') ?? '';
const PATH = '/v1/reachability?external=false';
const tag = await tagOf(PATH);

describe('the entity tag of an answer', () => {
  test('is the same for the same question, and another for another', async () => {
    expect(tag).toMatch(/^"[\w-]{43}"$/);
    expect(await tagOf('/v1/reachability?external=false&self=false')).toBe(tag);
    const others = [
      await tagOf('/v1/reachability'),
      await tagOf(`${PATH}&format=csv`),
      await tagOf('/v1/exposure?external=false'),
      await tagOf(PATH, `${MANIFESTS}# a comment\n`),
    ];
    expect(new Set([tag, ...others]).size).toBe(5);
  });

  test('makes the answer 304 for whoever has it', async () => {
    for (const known of [tag, `W/${tag}`, `"x", ${tag}`]) {
      const response = await put(PATH, { 'if-none-match': known });
      expect([response.status, response.headers.get('etag'), await response.text()]).toEqual([304, tag, '']);
    }
    expect((await put(PATH, { 'if-none-match': '"x"' })).status).toBe(200);
  });

  test('is not asked for by `*`, which would hide that there is no answer', async () => {
    expect((await put(PATH, { 'if-none-match': '*' })).status).toBe(200);
    expect((await put('/v1/reachability', { 'if-none-match': '*' }, '1.5\n')).status).toBe(400);
  });

  test('never hides a tripped gate', async () => {
    const path = '/v1/validate?gate=error';
    const body = 'a: [\n';
    const first = await put(path, {}, body);
    expect([first.status, first.headers.get('etag')]).toEqual([422, null]);
    expect((await put(path, { 'if-none-match': '*' }, body)).status).toBe(422);
  });

  test('is not there where the body was read while it arrived', async () => {
    const items = Array.from({ length: 4_000 }, (_, n) => ({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: `p${n}`, namespace: 'a', labels: { app: 'a' } },
      spec: { containers: [] },
    }));
    const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items });
    const response = await put('/v1/names', { 'content-type': 'application/json' }, list);
    expect([response.status, response.headers.get('etag')]).toEqual([200, null]);
  });
});

describe('a bundle that comes again', () => {
  test('is not parsed again, and gives the same bytes in every form', async () => {
    const body = `${MANIFESTS}# once more\n`;
    const timing = async (path: string) => {
      const response = await put(path, {}, body);
      return [response.headers.get('server-timing') ?? '', await response.text()] as const;
    };
    const [first, text] = await timing('/v1/reachability');
    expect(first).toMatch(
      /read;dur=[\d.]+, answer;dur=[\d.]+, files;desc="1", documents;desc="\d+", cache;desc="miss"/,
    );
    const [second, again] = await timing('/v1/reachability');
    expect(second).toContain('cache;desc="hit"');
    expect(again).toBe(text);
    for (const format of ['csv', 'ndjson', 'svg', 'txt']) {
      const path = `/v1/reachability?format=${format}`;
      expect((await timing(path))[1]).toBe((await timing(path))[1]);
    }
  });

  test('is parsed again for options that it is read by', async () => {
    const body = `${MANIFESTS}# for another namespace\n`;
    await put('/v1/reachability', {}, body);
    const response = await put('/v1/reachability?namespace=other', {}, body);
    expect(response.headers.get('server-timing')).toContain('cache;desc="miss"');
  });
});
