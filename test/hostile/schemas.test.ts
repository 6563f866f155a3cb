/** Definitions and objects that were made to hurt: what is checked ends, and one of them does not hide the others. */

import { describe, expect, it } from 'vitest';
import { DocumentCheck } from '../../src/kubernetes/api/document-check.ts';
import { documentOf } from '../support/bundle.ts';

function checked(...objects: readonly object[]) {
  const check = new DocumentCheck({ release: '1.35', namespace: 'default', isRead: () => false });
  for (const object of objects) check.take(documentOf(JSON.stringify(object)));
  const { findings, unknownKinds } = check.finish();
  const places = findings.map(({ rule, place }) => `${rule} ${place && 'document' in place ? place.pointer : '?'}`);
  return { places, unknownKinds, findings };
}

const definition = (spec: object) => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'widgets.a.org' },
  spec: {
    group: 'a.org',
    names: { kind: 'Widget', plural: 'widgets' },
    scope: 'Namespaced',
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        schema: { openAPIV3Schema: { type: 'object', properties: { spec } } },
      },
    ],
  },
});
const widget = (spec: unknown) => ({ apiVersion: 'a.org/v1', kind: 'Widget', metadata: { name: 'w' }, spec });
const LIST: readonly unknown[] = Array.from({ length: 1000 }, (_, i) => i);
const SOUND = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'c', lables: {} } };

/** `of` inside itself, `depth` times. */
function nested(depth: number, wrap: (inner: object) => object, innermost: object): object {
  let value = innermost;
  for (let i = 0; i < depth; i++) value = wrap(value);
  return value;
}

describe('a definition', () => {
  it('that nests as deep as a document may is followed to its end', () => {
    const schema = nested(25, (inner) => ({ type: 'object', properties: { a: inner } }), { type: 'string' });
    const value = nested(24, (inner) => ({ a: inner }), { a: 5 });
    expect(checked(definition(schema), widget(value)).places).toEqual([`YML005 /spec${'/a'.repeat(25)}`]);
  });

  it('whose references lead to themselves says nothing by them', () => {
    const schema = { type: 'object', properties: { a: { $ref: '#/properties/spec' }, b: { type: 'string' } } };
    expect(checked(definition(schema), widget({ a: { a: { a: 1 } }, b: 1 })).places).toEqual([
      expect.stringMatching(/^SCH003 .*\/properties\/a$/),
      expect.stringMatching(/^SCH003 .*\/properties\/a\/\$ref$/),
      'YML005 /spec/b',
    ]);
  });

  it('with a hundred thousand words takes one of them, and tells a few of them', () => {
    const words = Array.from({ length: 100_000 }, (_, i) => `w${i}`);
    const schema = { type: 'array', items: { type: 'string', enum: words } };
    const { places, findings } = checked(definition(schema), widget(['w99999', 'x']));
    expect(places).toEqual(['SCH003 /spec/1']);
    expect(findings[0]?.message.length).toBeLessThan(300);
  });

  it('with a pattern that explodes elsewhere is held against a long text', () => {
    const schema = { type: 'string', pattern: '^(([a-z])+.)+[A-Z]([a-z])+$' };
    expect(checked(definition(schema), widget('a'.repeat(5000))).places).toEqual(['SCH003 /spec']);
  });

  it.each<[string, object, (readonly unknown[])?]>([
    [
      'a rule over lists of lists',
      {
        type: 'array',
        items: { type: 'integer' },
        'x-kubernetes-validations': [{ rule: 'self.all(a, self.all(b, self.all(c, a >= 0)))' }],
      },
    ],
    [
      'ten thousand branches',
      {
        type: 'array',
        items: { type: 'integer', anyOf: Array.from({ length: 10_000 }, () => ({ required: ['a', 'b'] })) },
      },
    ],
    [
      'a pattern of many repetitions',
      { type: 'array', items: { 'x-kubernetes-int-or-string': true, pattern: '^(a?b?){500}c$' } },
      Array.from({ length: 10 }, () => 'a'.repeat(1000)),
    ],
  ])('with %s costs its own objects their check, and no others', (_, schema, list = LIST) => {
    const { places, findings } = checked(definition(schema), widget(list), SOUND);
    expect(places).toEqual(['SCH002 /metadata/lables', 'YML006 ?']);
    expect(findings.at(-1)?.message).toContain('1 object');
  });

  it('may call its fields what objects of JavaScript are called', () => {
    const schema = JSON.parse(
      '{"type":"object","properties":{"constructor":{"type":"string"},"__proto__":{"type":"string"}},"required":["toString"]}',
    );
    const value = JSON.parse('{"constructor":1,"__proto__":2,"valueOf":3}');
    expect(checked(definition(schema), widget(value)).places.sort()).toEqual([
      'SCH002 /spec/valueOf',
      'SCH004 /spec',
      'YML005 /spec/__proto__',
      'YML005 /spec/constructor',
    ]);
  });

  it.each([
    {},
    { spec: 1 },
    { spec: { versions: [1, null] } },
    definition([]),
    definition({ properties: 5, items: 5, required: 'a' }),
  ])('that is none defines nothing: %#', (broken) => {
    const object = {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: 'x' },
      ...broken,
    };
    expect(() => checked(object, widget({ a: 1 }))).not.toThrow();
  });
});

describe('a bundle', () => {
  it('with more faults than anybody reads is told the first of them, and that there are more', () => {
    const check = new DocumentCheck({ release: '1.35', namespace: 'default', isRead: () => false });
    const faulty = documentOf(JSON.stringify({ ...SOUND, metadata: { name: 'c', a: 1, b: 1, c: 1, d: 1 } }));
    for (let i = 0; i < 3000; i++) check.take(faulty);
    const { findings } = check.finish();
    expect(findings.length).toBe(10_001);
    expect(findings.at(-1)).toMatchObject({
      rule: 'YML006',
      refused: true,
      message: expect.stringContaining('2000 more'),
    });
  });

  it('with very many kinds that nobody knows lists a thousand', () => {
    const objects = Array.from({ length: 1500 }, (_, i) => ({
      apiVersion: 'apps/v1',
      kind: `Zzz${i}Zzz${i}Zzz`,
      metadata: { name: 'x' },
    }));
    const removed = { apiVersion: 'extensions/v1beta1', kind: 'Ingress', metadata: { name: 'x' } };
    const { places, unknownKinds } = checked(...objects, removed);
    expect(unknownKinds).toHaveLength(1000);
    expect(places).toContain('SCH005 /apiVersion');
  });
});
