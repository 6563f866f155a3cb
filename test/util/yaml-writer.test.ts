import fc from 'fast-check';
import { loadAll } from 'js-yaml';
import { expect, test } from 'vitest';
import { parseBundle } from '../../src/ingest/index.ts';
import { Noted, writeYaml, type YamlMapping } from '../../src/util/yaml-writer.ts';

function readAsKubernetes(text: string): unknown {
  const files = [{ path: 'a.yaml', bytes: new TextEncoder().encode(text) }];
  const { documents, findings } = parseBundle({ files });
  expect(findings).toEqual([]);
  return documents[0]?.value;
}

const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    'yes',
    'NO',
    'null',
    '~',
    '0x1f',
    '1e3',
    '012',
    '1:20',
    '2026-01-01',
    '<<',
    '=',
    '- a',
    'a: b',
    'a #b',
  ),
  fc
    .array(fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\t', ':', '#', '-', '"', "'") }))
    .map((parts) => parts.join('')),
);
const value = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('node'), { maxLength: 3 }),
    fc.dictionary(text, tie('node'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).node;

test('whatever is written is read back as it was, by the reader of manifests and by YAML 1.2', () => {
  fc.assert(
    fc.property(fc.dictionary(text, value, { maxKeys: 4, noNullPrototype: true }), (members) => {
      const object = { apiVersion: 'v1', kind: 'Thing', ...members };
      const written = writeYaml(object as YamlMapping);
      const plain = JSON.parse(
        JSON.stringify(object, (_key, each) => (typeof each === 'string' ? each.toWellFormed() : each)),
      );
      expect(readAsKubernetes(written)).toEqual(plain);
      expect(loadAll(written)[0]).toEqual(plain);
    }),
    { numRuns: 500, seed: 1 },
  );
});

test('members keep their order, undefined ones are left out, and texts are quoted where a reader could mistake them', () => {
  expect(
    writeYaml({
      kind: 'A',
      missing: undefined,
      on: 'yes',
      port: '80',
      list: [{ name: 'x', value: 'a: b' }, 'plain'],
      none: [],
      empty: {},
    }),
  ).toBe(`kind: A
"on": "yes"
port: "80"
list:
  - name: x
    value: "a: b"
  - plain
none: []
empty: {}
`);
});

test('a note stands behind the first line of what it is about, and cannot leave its line', () => {
  const noted = (each: Noted['value'], note: string) => new Noted(each, note);
  expect(
    writeYaml(
      {
        a: noted(1, 'one'),
        b: noted({ c: 2 }, 'two'),
        list: [noted({ d: 3, e: 4 }, 'three'), noted('f', 'four')],
        text: noted('x\ny\n', 'five\nkind: B'),
      },
      ['Head.', 'evil\nkind: C'],
    ),
  ).toBe(`# Head.
# evil kind: C
a: 1 # one
b: # two
  c: 2
list:
  - d: 3 # three
    e: 4
  - f # four
text: | # five kind: B
  x
  y
`);
});
