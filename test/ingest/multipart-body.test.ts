import { describe, expect, it } from 'vitest';
import { POD, problemOf, readBodyOf, streamOf } from './reading.ts';

const TYPE = 'multipart/form-data; boundary=b0';

type Part = readonly [disposition: string, content: string];

function form(parts: readonly Part[], end = '--b0--\r\n'): string {
  const written = parts.map(([disposition, content]) => {
    return `--b0\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${content}\r\n`;
  });
  return written.join('') + end;
}

async function paths(parts: readonly Part[]): Promise<string[]> {
  return (await readBodyOf(streamOf(form(parts)), TYPE)).bundle.files.map(({ path }) => path);
}

describe('a multipart form', () => {
  it('has a file in every part with a filename, and options in one part', async () => {
    const body = await readBodyOf(
      streamOf(
        form([
          ['name="f"; filename="b/c.yaml"', POD],
          ['name="f"; filename="a.yaml"', `${POD}# a\n`],
          ['name="options"', '{"namespace":"x"}'],
        ]),
      ),
      TYPE,
    );
    expect(body.bundle.files.map(({ path, bytes }) => [path, bytes.length])).toEqual([
      ['a.yaml', 29],
      ['b/c.yaml', 25],
    ]);
    expect(body.options).toEqual({ namespace: 'x' });
  });

  it('takes options from a file as well', async () => {
    const parts: Part[] = [
      ['name="options"; filename="o.json"', '{"a":1}'],
      ['name="f"; filename="a.yaml"', POD],
    ];
    expect((await readBodyOf(streamOf(form(parts)), TYPE)).options).toEqual({ a: 1 });
  });

  it('keeps files of one name apart by their content, in whatever order they come', async () => {
    const parts: Part[] = [
      ['name="f"; filename="a.yaml"', 'b: 1\n'],
      ['name="g"; filename="a.yaml"', 'a: 1\n'],
      ['name="h"; filename="a.yaml#2"', 'c: 1\n'],
    ];
    expect(await paths(parts)).toEqual(['a.yaml', 'a.yaml#3', 'a.yaml#2']);
    const contents = async (order: readonly Part[]) => (await readBodyOf(streamOf(form(order)), TYPE)).bundle;
    expect(await contents(parts.toReversed())).toEqual(await contents(parts));
  });

  it.each([
    ['a text part that is no option', [['name="manifest"', POD] as Part]],
    ['options that are no object', [['name="options"', '[1]'] as Part]],
    ['options that are no JSON', [['name="options"', '{'] as Part]],
    ['options twice', [['name="options"', '{}'] as Part, ['name="options"', '{}'] as Part]],
    ['options too deep', [['name="options"', `{"a":${'['.repeat(1000)}${']'.repeat(1000)}}`] as Part]],
  ])('has invalid options with %s', async (_, parts) => {
    const all: Part[] = [...parts, ['name="f"; filename="a.yaml"', POD]];
    expect((await problemOf(() => readBodyOf(streamOf(form(all)), TYPE))).code).toBe('invalid-options');
  });

  it.each([
    ['it breaks off', form([['name="f"; filename="a.yaml"', POD]], ''), TYPE],
    ['it breaks off in a header', '--b0\r\nContent-Disp', TYPE],
    ['its boundary is another', form([['name="f"; filename="a.yaml"', POD]]), 'multipart/form-data; boundary=other'],
    ['its boundary is missing', form([['name="f"; filename="a.yaml"', POD]]), 'multipart/form-data'],
    ['it is no form', POD, TYPE],
  ])('is malformed when %s', async (_, text, type) => {
    expect((await problemOf(() => readBodyOf(streamOf(text), type))).code).toBe('malformed-body');
  });

  it('without files is an empty bundle', async () => {
    expect((await problemOf(() => readBodyOf(streamOf(form([])), TYPE))).code).toBe('empty-bundle');
    expect((await problemOf(() => readBodyOf(streamOf(form([['name="options"', '{}']])), TYPE))).code).toBe(
      'empty-bundle',
    );
  });
});
