/** Tables from small facts of our own: what the generator writes, the table reads. */

import { describe, expect, it } from 'vitest';
import { customResources } from '../../scripts/generate/schemas/custom-resources.ts';
import { kubernetesTable } from '../../scripts/generate/schemas/kubernetes.ts';
import { packed } from '../../scripts/generate/schemas/packed.ts';
import type { Form, Shape } from '../../src/schemas/shape.ts';
import { Table } from '../../src/schemas/table.ts';

const THING = {
  type: 'object',
  properties: {
    spec: { $ref: '#/types/example.v1.Spec', default: {} },
    status: { $ref: '#/types/example.v1.Status', default: {} },
  },
};
const SPEC = {
  type: 'object',
  required: ['name'],
  properties: {
    name: { type: 'string' },
    count: { type: 'integer', format: 'int32' },
    big: { type: 'integer', format: 'int64' },
    on: { type: 'boolean' },
    share: { type: 'number' },
    data: { type: 'string', format: 'byte' },
    size: { $ref: '#/types/x.Quantity' },
    port: { $ref: '#/types/x.IntOrString' },
    at: { $ref: '#/types/x.Time' },
    raw: { $ref: '#/types/x.RawExtension' },
    names: { type: 'array', items: { type: 'string' } },
    labels: { type: 'object', additionalProperties: { type: 'string' } },
    parts: { type: 'array', items: { $ref: '#/types/example.v1.Spec' } },
  },
};
const TYPES = {
  'example.v1.Thing': THING,
  'example.v1.Spec': SPEC,
  'example.v1.Status': { type: 'object', required: ['phase'], properties: { phase: { type: 'string' } } },
  'x.Quantity': { oneOf: [{ type: 'string' }, { type: 'number' }] },
  'x.IntOrString': { format: 'int-or-string', oneOf: [{ type: 'integer' }, { type: 'string' }] },
  'x.Time': { type: 'string', format: 'date-time' },
  'x.RawExtension': { type: 'object' },
};
const KINDS = { 'example/v1 Thing': '#/types/example.v1.Thing' };

function textOf({ kinds, lines, older }: ReturnType<typeof kubernetesTable>) {
  return {
    kinds: Object.entries(kinds)
      .map(([kind, reference]) => `${kind}=${reference}`)
      .join('\n'),
    lines: packed(lines.join('\n')),
    older: Object.fromEntries(
      Object.entries(older).map(([version, change]) => [version, packed(JSON.stringify(change))]),
    ),
  };
}

function formAt(table: Table, kind: string, ...fields: readonly string[]): Form | undefined {
  let shape: Shape | undefined = table.kind(kind)?.shape;
  for (const field of fields)
    shape = field === '[]' ? shape?.form.items : (shape?.form.fields.get(field) ?? shape?.form.values);
  return shape?.form;
}

describe('a table of built-in kinds', () => {
  const old = {
    kinds: { ...KINDS, 'example/v0 Thing': '#/types/example.v1.Thing' },
    types: { ...TYPES, 'example.v1.Spec': { ...SPEC, required: [], properties: { name: { type: 'string' } } } },
  };
  const text = textOf(
    kubernetesTable({ version: '1.9', facts: { kinds: KINDS, types: TYPES } }, [{ version: '1.8', facts: old }]),
  );
  const table = new Table(text, { isNullable: true });
  const before = new Table(text, { isNullable: true, version: '1.8' });

  it.each([
    ['name', 'string'],
    ['count', 'int32'],
    ['big', 'int64'],
    ['on', 'boolean'],
    ['share', 'number'],
    ['data', 'bytes'],
    ['size', 'quantity'],
    ['port', 'int-or-string'],
    ['at', 'time'],
    ['raw', 'object'],
    ['names', 'list'],
    ['labels', 'object'],
    ['parts', 'list'],
  ])('knows the type of %s', (field, type) => {
    expect(formAt(table, 'example/v1 Thing', 'spec', field)?.type).toBe(type);
  });

  it('knows the types of items and of values, of types that hold themselves too', () => {
    expect(formAt(table, 'example/v1 Thing', 'spec', 'names', '[]')?.type).toBe('string');
    expect(formAt(table, 'example/v1 Thing', 'spec', 'labels', 'any')?.type).toBe('string');
    expect(formAt(table, 'example/v1 Thing', 'spec', 'parts', '[]', 'parts', '[]', 'count')?.type).toBe('int32');
  });

  it('needs what a part needs that Kubernetes never leaves out, status aside', () => {
    expect(formAt(table, 'example/v1 Thing')?.required).toEqual(['spec']);
    expect(formAt(table, 'example/v1 Thing', 'spec')?.required).toEqual(['name']);
  });

  it('holds of an older version what differs', () => {
    expect(formAt(before, 'example/v1 Thing')?.required).toEqual([]);
    expect(formAt(before, 'example/v1 Thing', 'spec', 'count')).toBeUndefined();
    expect(before.kind('example/v0 Thing')).toBeDefined();
    expect(table.kind('example/v0 Thing')).toBeUndefined();
    expect([...table.names]).toEqual(['example/v1 Thing']);
  });
});

describe('a table of custom resources', () => {
  const spec = {
    type: 'object',
    required: ['mode'],
    properties: {
      mode: { type: 'string', enum: ['a', 'b'], default: 'a' },
      ports: { type: 'array', 'x-kubernetes-list-type': 'set', items: { type: 'integer' } },
      any: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
      either: { 'x-kubernetes-int-or-string': true, anyOf: [{ type: 'integer' }, { type: 'string' }] },
    },
    'x-kubernetes-validations': [{ rule: 'self.mode != ""', message: 'no', reason: 'left out' }],
  };
  const kind = { scope: 'Cluster', served: true, deprecated: true, schema: { type: 'object', properties: { spec } } };
  const { kinds, lines } = customResources({
    kinds: { 'a.org/v1 Widget': kind, 'a.org/v2 Widget': { ...kind, deprecated: false } },
  });
  const table = new Table(textOf({ kinds, lines, older: {} }), { isNullable: false });

  it('keeps conditions, defaults, keys of lists and rules', () => {
    const form = formAt(table, 'a.org/v1 Widget', 'spec');
    expect(form?.rules).toEqual([{ rule: 'self.mode != ""', message: 'no' }]);
    expect(formAt(table, 'a.org/v1 Widget', 'spec', 'mode')).toMatchObject({ defaultValue: 'a', isNullable: false });
    expect(formAt(table, 'a.org/v1 Widget', 'spec', 'ports')?.itemKeys).toEqual([]);
    expect(formAt(table, 'a.org/v1 Widget', 'spec', 'any')?.isOpen).toBe(true);
    expect(formAt(table, 'a.org/v1 Widget', 'spec', 'either')?.type).toBe('int-or-string');
  });

  it('marks what is of cluster scope and deprecated, and writes equal schemas once', () => {
    expect(table.kind('a.org/v1 Widget')?.marks).toBe('cd');
    expect(table.kind('a.org/v2 Widget')?.marks).toBe('c');
    expect(new Set(lines).size).toBe(lines.length);
  });
});
