import { describe, expect, it } from 'vitest';
import { type Body, DEFAULT_LIMITS } from '../../src/ingest/index.ts';
import { POD, problemOf, readBodyOf, streamOf } from './reading.ts';

const YAML_FORM = 'application/x-www-form-urlencoded';

function filesOf({ bundle }: Body): Record<string, string> {
  const decoder = new TextDecoder();
  return Object.fromEntries(bundle.files.map(({ path, bytes }) => [path, decoder.decode(bytes)]));
}

describe('a body of one file', () => {
  it.each([
    ['application/yaml', 'manifest.yaml'],
    ['text/yaml; charset=utf-8', 'manifest.yaml'],
    ['APPLICATION/X-YAML', 'manifest.yaml'],
    ['text/plain', 'manifest.yaml'],
    [YAML_FORM, 'manifest.yaml'],
    ['application/octet-stream', 'manifest.yaml'],
    [null, 'manifest.yaml'],
    ['application/x-ndjson', 'manifest.ndjson'],
  ])('of type %s is named %s', async (type, path) => {
    expect(filesOf(await readBodyOf(streamOf(POD), type))).toEqual({ [path]: POD });
  });

  it.each(['application/json', 'application/vnd.x+json', YAML_FORM, null])(
    'is JSON when it holds an object, a Compose file or an array: %s',
    async (type) => {
      for (const text of ['{"apiVersion":"v1","kind":"A"}', '{"services":{}}', ' [{"Id":"x"}]']) {
        expect(filesOf(await readBodyOf(streamOf(text), type))).toEqual({ 'manifest.json': text });
      }
    },
  );

  it('may arrive in pieces, cut inside a character', async () => {
    const bytes = new TextEncoder().encode('a: é');
    expect(filesOf(await readBodyOf(streamOf(bytes.slice(0, 4), bytes.slice(4)), null))).toEqual({
      'manifest.yaml': 'a: é',
    });
  });

  it('that is broken JSON is a file all the same, for its faults are findings', async () => {
    expect(filesOf(await readBodyOf(streamOf('{"apiVersion":'), 'application/json'))).toHaveProperty('manifest.json');
  });
});

describe('an envelope', () => {
  it('holds files, and every other key is an option', async () => {
    const envelope = { files: [{ path: 'a.yaml', content: POD }], namespace: 'x', focus: ['a'] };
    for (const type of ['application/json', YAML_FORM, null]) {
      const body = await readBodyOf(streamOf(`\uFEFF${JSON.stringify(envelope)}`), type);
      expect(filesOf(body)).toEqual({ 'a.yaml': POD });
      expect(body.options).toEqual({ namespace: 'x', focus: ['a'] });
    }
  });

  it('is not mistaken for an object that happens to have files', async () => {
    const text = '{"apiVersion":"x/v1","kind":"A","files":[]}';
    expect(filesOf(await readBodyOf(streamOf(text), 'application/json'))).toEqual({ 'manifest.json': text });
  });

  it('says which of its entries are no files', async () => {
    const files = [1, { path: 'a' }, { content: '' }, { path: 3, content: '' }, { path: 'a', content: 3 }];
    const problem = await problemOf(() => readBodyOf(streamOf(JSON.stringify({ files })), 'application/json'));
    expect(problem.code).toBe('malformed-body');
    expect(problem.errors?.map(({ file }) => file)).toEqual([
      'files[0]',
      'files[1]',
      'files[2]',
      'files[3]',
      'files[4]',
    ]);
  });

  it.each([
    ['{"files":{}}', 'malformed-body'],
    ['{"files":null}', 'malformed-body'],
    ['{"files":[', 'malformed-body'],
    ['{"files":[{"path":"","content":""}]}', 'malformed-body'],
    [`{"files":[{"path":"${'x'.repeat(2000)}","content":""}]}`, 'malformed-body'],
    [`{"files":[],"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 'malformed-body'],
    ['{"files":[]}', 'empty-bundle'],
    ['{"file":[]}', 'malformed-body'],
    ['{}', 'malformed-body'],
    ['42', 'malformed-body'],
    ['null', 'malformed-body'],
    ['"x"', 'malformed-body'],
  ])('that is none is a problem: %.40s', async (text, code) => {
    expect((await problemOf(() => readBodyOf(streamOf(text), 'application/json'))).code).toBe(code);
  });

  it('keeps an option called __proto__ to itself', async () => {
    const body = await readBodyOf(streamOf(`{"files":[{"path":"a","content":""}],"__proto__":{"x":1}}`), null);
    expect(Object.keys(body.options)).toEqual(['__proto__']);
  });
});

describe('a body that is no manifest', () => {
  it.each([
    [null, ''],
    ['text/yaml', ' \n\t'],
  ])('is an empty bundle when nothing is in it (%s)', async (type, text) => {
    expect((await problemOf(() => readBodyOf(streamOf(text), type))).code).toBe('empty-bundle');
    expect((await problemOf(() => readBodyOf(null, type))).code).toBe('empty-bundle');
  });

  it.each(['image/png', 'text/html', 'nonsense'])('is refused by its type: %s', async (type) => {
    const problem = await problemOf(() => readBodyOf(streamOf(POD), type));
    expect(problem.code).toBe('unsupported-media-type');
    expect(problem.detail).toContain('multipart/form-data');
  });

  it.each([
    ['bzip2', Uint8Array.of(0x42, 0x5a, 0x68)],
    ['zstd', Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd)],
    ['xz', Uint8Array.of(0xfd, 0x37, 0x7a, 0x58, 0x5a)],
    ['7z', Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c)],
  ])('is refused by its bytes, whatever its type: %s', async (_, bytes) => {
    for (const type of [null, 'text/yaml', 'application/json', YAML_FORM]) {
      expect((await problemOf(() => readBodyOf(streamOf(bytes), type))).code).toBe('unsupported-media-type');
    }
  });

  it.each(['application/gzip', 'application/x-tar', 'application/zip'])(
    'is refused where it says to be an archive and is none: %s',
    async (type) => {
      expect((await problemOf(() => readBodyOf(streamOf(POD), type))).code).toBe('malformed-body');
    },
  );

  it('says how to keep the line ends that curl -d takes away', async () => {
    const problem = await problemOf(() => readBodyOf(streamOf('apiVersion: v1kind: Pod'), YAML_FORM));
    expect(problem).toMatchObject({ code: 'malformed-body', detail: expect.stringContaining('--data-binary') });
    expect(filesOf(await readBodyOf(streamOf('{apiVersion: v1, kind: Pod}'), YAML_FORM))).toHaveProperty(
      'manifest.yaml',
    );
  });

  it('is a problem when it breaks off', async () => {
    const broken = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.error(new TypeError('connection lost'));
      },
    });
    expect((await problemOf(() => readBodyOf(broken, null))).code).toBe('malformed-body');
  });
});

describe('a body that is too long', () => {
  it('is refused at the first byte beyond the limit', async () => {
    const limits = { ...DEFAULT_LIMITS, requestBytes: 10 };
    await readBodyOf(streamOf('a: 1234567'), null, limits);
    expect(await problemOf(() => readBodyOf(streamOf('a: 12', '345678'), null, limits))).toMatchObject({
      code: 'limit-exceeded',
      limit: 'requestBytes',
      value: 11,
      maximum: 10,
    });
  });

  it('has a limit of its own as an envelope', async () => {
    const limits = { ...DEFAULT_LIMITS, envelopeBytes: 10 };
    const text = '{"files":[{"path":"a","content":""}]}';
    expect(await problemOf(() => readBodyOf(streamOf(text), null, limits))).toMatchObject({ limit: 'envelopeBytes' });
    await readBodyOf(streamOf('{"apiVersion":"v1","kind":"A"}'), null, limits);
  });

  it('may not hold more files than the limit', async () => {
    const limits = { ...DEFAULT_LIMITS, files: 1 };
    const files = [1, 2].map((path) => ({ path: `${path}`, content: '' }));
    expect(await problemOf(() => readBodyOf(streamOf(JSON.stringify({ files })), null, limits))).toMatchObject({
      limit: 'files',
    });
  });
});
