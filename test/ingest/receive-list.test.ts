import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonText, objectText } from './random-json.ts';
import { A, B, bytesOf, JSON_TYPE, streamed, whole, withChunks, wrong } from './streaming.ts';

const encoder = new TextEncoder();

interface ListParts {
  readonly items: readonly string[];
  readonly kind: string;
  readonly kindFirst: boolean;
  readonly space: string;
}

function listText({ items, kind, kindFirst, space }: ListParts): string {
  const [head, tail] = [`"apiVersion":"v1",${space}`, `,${space}"metadata":{"a":["}]",{"items":[1]}]}`];
  const list = `"items"${space}:${space}[${space}${items.join(`${space},${space}`)}${space}]`;
  return kindFirst ? `{${head}"kind":"${kind}",${list}${tail}}` : `{${head}${list}${tail},"kind":"${kind}"}`;
}

const space = fc.constantFrom('', ' ', '\n', '\r\n  ', '\r', '\t');
const typed = objectText.filter((text) => /"apiVersion".*"kind"/s.test(text));
const list: fc.Arbitrary<string> = fc
  .record({
    items: fc.array(
      fc.oneof(
        { weight: 4, arbitrary: typed },
        jsonText.filter((t) => !t.startsWith('{')),
      ),
      {
        minLength: 1,
        maxLength: 6,
      },
    ),
    kind: fc.constantFrom('List', 'PodList'),
    kindFirst: fc.boolean(),
    space,
  })
  .map(listText);

/** Up to the bracket that opens the items of the first list: a beginning that shows a list. */
function headOf(bytes: Uint8Array): number {
  const match = /"items"\s*:\s*\[/.exec(new TextDecoder().decode(bytes));
  return match ? match.index + match[0].length : 0;
}

const asList = (bytes: Uint8Array, chunks: readonly Uint8Array[] = [bytes]) =>
  streamed(chunks, JSON_TYPE, { wholeBytes: headOf(bytes) });

describe('a JSON list that is read while it arrives', () => {
  it('is what it is when it is read whole, in whatever chunks it comes', async () => {
    // Behind a line end the beginning of a short body may look like JSON lines.
    const between = fc.constantFrom('', ' ', '\t');
    const bodies = fc.tuple(list, fc.array(fc.oneof(list, typed), { maxLength: 2 }), between);
    await fc.assert(
      fc.asyncProperty(
        withChunks(bodies.map(([first, more, space]) => encoder.encode([first, ...more].join(space)))),
        async ([bytes, chunks]) => {
          expect(await asList(bytes, chunks)).toEqual(await whole(bytes, JSON_TYPE));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is the same in whatever chunks it comes where it is broken', async () => {
    const broken = fc.tuple(list, fc.nat(), wrong, fc.boolean()).map(([text, at, part, cut]) => {
      const bytes = encoder.encode(text);
      const border = headOf(bytes) + 1 + (at % bytes.length);
      return bytesOf([[...bytes.slice(0, border)], part, cut ? '' : [...bytes.slice(border)]]);
    });
    await fc.assert(
      fc.asyncProperty(withChunks(broken), async ([bytes, chunks]) => {
        expect(await asList(bytes, chunks)).toEqual(await asList(bytes));
      }),
      { numRuns: 300 },
    );
  });

  const found = (text: string) => asList(encoder.encode(text));
  const items = `${A},\n${B}`;

  it('lends its type to its items where it says it before them', async () => {
    const text = `{"apiVersion":"v1","kind":"PodList","items":[{"metadata":{"name":"x"}},{"metadata":{"name":"y"}}]}`;
    expect(await found(text)).toEqual(await whole(encoder.encode(text), JSON_TYPE));
    expect(await found(text)).toMatchObject({ documents: [{ value: { kind: 'Pod' } }, { value: { kind: 'Pod' } }] });
  });

  it('lends it to them where it says it behind them, and keeps their order', async () => {
    const untyped = '{"metadata":{"name":"x"}}';
    const text = `{"apiVersion":"v1","items":[${A},${untyped},${B}],"kind":"PodList"}`;
    expect(await found(text)).toEqual(await whole(encoder.encode(text), JSON_TYPE));
    expect(await found(text)).toMatchObject({
      documents: [{ value: { kind: 'A' } }, { value: { kind: 'Pod' } }, { value: { kind: 'B' } }],
    });
  });

  it.each([
    ['an item that is broken', `{"apiVersion":"v1","items":[{"a" 1},\n${items}],"kind":"List"}`, 'YML001', '1:29'],
    [
      'an item that nests too deep',
      `{"apiVersion":"v1","items":[${'['.repeat(65)}${']'.repeat(65)},${items}],"kind":"List"}`,
      'YML006',
      '1:93',
    ],
    ['a comma too many', `{"apiVersion":"v1","items":[${A},,\n${B}],"kind":"List"}`, 'YML001', '2:1'],
    ['a comma at the end', `{"apiVersion":"v1","items":[${items},],"kind":"List"}`, 'YML001', '2:56'],
    ['no comma', `{"apiVersion":"v1","items":[${A}\n${B}],"kind":"List"}`, 'YML001', '2:1'],
    ['no end', `{"apiVersion":"v1","items":[${items},{"apiV`, 'YML001', '1:1'],
    ['another bracket at its end', `{"apiVersion":"v1","items":[${items}],"kind":"List"]`, 'YML001', '1:1'],
    ['a kind behind its items that is no list', `{"apiVersion":"v1","items":[${items}],"kind":"Foo"}`, 'YML001', '1:1'],
    ['items that stand twice', `{"apiVersion":"v1","items":[${items}],"items":[1],"kind":"List"}`, 'YML001', '1:1'],
    ['something else behind it', `{"apiVersion":"v1","items":[${items}],"kind":"List"}\n---\n`, 'YML001', '3:1'],
  ])('with %s says so, and has its other items', async (_what, text, rule, at) => {
    const seen = await found(text);
    expect(seen).toMatchObject({ documents: [{ value: { kind: 'A' } }, { value: { kind: 'B' } }] });
    const [finding = ''] = 'findings' in seen ? seen.findings : [];
    expect(finding).toContain(`${rule} error true manifest.json:${at} `);
  });

  it('that has a key twice beside its items says so', async () => {
    const seen = await found(`{"apiVersion":"v1","items":[${items}],"kind":"List","metadata":{"a":1,"a":2}}`);
    expect('findings' in seen && seen.findings).toEqual([expect.stringContaining('YML002 error false')]);
  });

  it('of which an item is too long loses it, and no place', async () => {
    const text = `{"apiVersion":"v1","items":[{"x":"${'é'.repeat(300)}"},${A}],"kind":"List"}`;
    const bytes = encoder.encode(text);
    const at = `1:${text.indexOf(A) + 1}`;
    for (const chunks of [[bytes], [bytes.slice(0, 101), bytes.slice(101)]]) {
      const seen = await streamed(chunks, JSON_TYPE, { pieceBytes: 200, wholeBytes: headOf(bytes) });
      expect(seen).toMatchObject({ documents: [{ root: `manifest.json:${at}` }] });
    }
  });
});
