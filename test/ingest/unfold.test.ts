import { describe, expect, it } from 'vitest';
import { Locator } from '../../src/ingest/index.ts';
import { faults, POD, read, values } from './reading.ts';

const pod = (name: string) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name } });

describe('a list of objects', () => {
  it('is unfolded from YAML, each item at its own pointer', () => {
    const parsed = read(
      'apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Pod}\n- {apiVersion: v1, kind: A}\n',
    );
    expect(parsed.documents.map(({ value, prefix }) => [value['kind'], prefix])).toEqual([
      ['Pod', '/items/0'],
      ['A', '/items/1'],
    ]);
  });

  it('is unfolded from JSON, each item with its own slice', () => {
    const text = JSON.stringify({ kind: 'List', apiVersion: 'v1', items: [pod('a'), pod('b')] }, null, 2);
    const { documents } = read(text, {}, 'a.json');
    expect(documents.map(({ prefix }) => prefix)).toEqual(['', '']);
    expect(documents.map(({ start, end }) => JSON.parse(text.slice(start, end)))).toEqual([pod('a'), pod('b')]);
    const [, second] = documents;
    expect(second && new Locator().locate({ document: second, pointer: '/metadata/name' }).line).toBe(16);
  });

  it('lends kind and apiVersion to the items of a typed list', () => {
    const list = { apiVersion: 'apps/v1', kind: 'DeploymentList', items: [{ metadata: { name: 'a' } }] };
    expect(values(read(JSON.stringify(list)))).toEqual([
      { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'a' } },
    ]);
  });

  it('is unfolded inside a list', () => {
    const inner = { apiVersion: 'v1', kind: 'List', items: [pod('a'), pod('b')] };
    const text = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [pod('c'), inner] });
    const parsed = read(text);
    expect(values(parsed)).toEqual([pod('c'), pod('a'), pod('b')]);
    const last = parsed.documents[2];
    expect(last?.prefix).toBe('/items/1');
    expect(last && new Locator().locate({ document: last, pointer: '/metadata' }).column).toBe(
      text.lastIndexOf('"metadata"') + 1,
    );
  });

  it.each(['items: []', 'items:', 'metadata: {}'])('may be empty: %s', (items) => {
    const parsed = read(`apiVersion: v1\nkind: List\n${items}\n`);
    expect([values(parsed), faults(parsed)]).toEqual([[], []]);
  });

  it('is only what has items: another kind may end in List', () => {
    expect(values(read('apiVersion: x/v1\nkind: AllowList\nspec: {}\n'))).toHaveLength(1);
  });

  it('says which of its items is no object', () => {
    const list = 'apiVersion: v1\nkind: List\nitems:\n- 3\n-\n- [a]\n- {apiVersion: v1, kind: A}\n';
    expect(faults(read(list))).toEqual(['YML007 4:3', 'YML007 3:1', 'YML007 6:3']);
    expect(values(read(list))).toHaveLength(1);
  });

  it('may be an array of JSON, as docker inspect writes', () => {
    const text = JSON.stringify([pod('a'), pod('b'), 3]);
    expect(values(read(text))).toEqual([pod('a'), pod('b')]);
    expect(faults(read(text))).toEqual([`YML007 1:${text.length - 1}`]);
  });
});

describe('a document', () => {
  it.each([
    ['hello', '1:1'],
    ['---\n# c\n\n- a\n', '4:1'],
    ['42', '1:1'],
    ['a: b\n', '1:1'],
    ['kind: Pod\n', '1:1'],
    ['apiVersion: v1\nkind: ""\n', '1:1'],
    ['apiVersion: v1\nkind: 3\n', '1:1'],
    ['services: []\n', '1:1'],
  ])('that is no object of Kubernetes is skipped with a warning: %j', (text, place) => {
    const parsed = read(text);
    expect(values(parsed)).toEqual([]);
    expect(faults(parsed)).toEqual([`YML007 ${place}`]);
    expect(parsed.findings[0]?.severity).toBe('warning');
    expect(parsed.findings[0]).not.toHaveProperty('unreadable');
  });

  it('of Compose is handed on as it is', () => {
    const text = 'services:\n  web:\n    image: nginx\n';
    expect(values(read(text))).toEqual([{ services: { web: { image: 'nginx' } } }]);
    expect(faults(read(`${text}---\n${POD}`))).toEqual([]);
  });
});
