import { describe, expect, it } from 'vitest';
import { type Document, Locator, originOf } from '../../src/ingest/index.ts';
import { POD, read } from './reading.ts';

function at(text: string, pointer: string, path?: string): string {
  const document = read(text, {}, path).documents.at(-1);
  if (!document) throw new Error('no document');
  const { line, column } = new Locator().locate({ document, pointer });
  return `${line}:${column}`;
}

const TEXT = `# head
---
${POD}metadata:
  labels: &l {app: web, "a/b": c}
  'quoted ~ key': x
spec:
  ports:
    - name: http
      port: 80
    - {name: dns, port: 53}
  selector: *l
  merged:
    <<: *l
    own: 1
  1: one
  y: yes
  ? complex
  : value
  empty:
  text: |
    a
  after: b
`;

describe('a place in a YAML document', () => {
  it.each([
    ['', '3:1'],
    ['/kind', '4:1'],
    ['/metadata/labels', '6:3'],
    ['/metadata/labels/app', '6:15'],
    ['/metadata/labels/a~1b', '6:25'],
    ['/metadata/quoted ~0 key', '7:3'],
    ['/spec/ports/0', '10:7'],
    ['/spec/ports/0/port', '11:7'],
    ['/spec/ports/1', '12:7'],
    ['/spec/ports/1/port', '12:19'],
    ['/spec/1', '17:3'],
    ['/spec/true', '18:3'],
    ['/spec/complex', '19:5'],
    ['/spec/empty', '21:3'],
    ['/spec/after', '24:3'],
  ])('%s is where its key or item starts', (pointer, place) => {
    expect(at(TEXT, pointer)).toBe(place);
  });

  it.each([
    ['a missing key is its parent', '/spec/ports/0/nope/deeper', '10:7'],
    ['a missing item is its list', '/spec/ports/7', '9:3'],
    ['a missing root key is the root', '/nope', '3:1'],
    ['a way through an alias ends at the key whose value it is', '/spec/selector', '13:3'],
    ['a way into an alias ends there', '/spec/selector/app', '13:3'],
    ['a merged key is the merge', '/spec/merged/app', '15:5'],
    ['a key of its own is not the merge', '/spec/merged/own', '16:5'],
    ['a step into a scalar ends there', '/kind/x/y', '4:1'],
    ['a step into a list by name is the list', '/spec/ports/name', '9:3'],
  ])('%s', (_, pointer, place) => {
    expect(at(TEXT, pointer)).toBe(place);
  });

  it('points at an item that is an alias', () => {
    expect(at(`${POD}a: &a x\nb:\n  - *a\n`, '/b/0')).toBe('5:5');
  });

  it('points at the last of two equal keys, whose value counts', () => {
    expect(at(`${POD}a: 1\na: 2\n`, '/a')).toBe('4:1');
  });

  it('counts lines of every ending, and columns in UTF-16 code units', () => {
    expect(at('apiVersion: v1\r\nkind: A\r\nx: {"😀": 1, b: 2}\r\n', '/x/b')).toBe('3:14');
    expect(at('apiVersion: v1\rkind: A\rb: 2', '/b')).toBe('3:1');
  });
});

describe('a place in JSON', () => {
  it('is found the same way, tabs or not', () => {
    expect(at('{\n\t"apiVersion": "v1",\n\t"kind": "A",\n\t"x": [\n\t\t{"y": 1}\n\t]\n}', '/x/0/y', 'a.json')).toBe(
      '5:4',
    );
  });

  it('of the document itself is its brace, behind what is white', () => {
    expect(at(' \t{"apiVersion": "v1", "kind": "Pod"}', '')).toBe('1:3');
    expect(at('{"apiVersion": "v1", "kind": "Pod"}\n \r\n\n  {"apiVersion": "v1", "kind": "Pod"}', '')).toBe('4:3');
  });
});

describe('the locator', () => {
  it('takes a document for the place where it begins, for that is what it is the origin of', () => {
    const [, second] = read(`${POD}---\n${POD}x: 1\n`).documents;
    if (!second) throw new Error('no documents');
    const locator = new Locator();
    expect(locator.locate(originOf(second))).toEqual(locator.locate({ document: second, pointer: '' }));
    expect(originOf(second)).toBe(second);
  });

  it('never throws, whatever the place', () => {
    const source = { path: 'x', text: 'a: [\n' };
    const document: Document = { source, start: 0, end: 5, prefix: '/items/3', value: {} };
    const locator = new Locator();
    for (const pointer of ['', '/', '/a', '//', '/items/-1', `/${'x/'.repeat(1000)}`, 'no pointer']) {
      expect(locator.locate({ document, pointer })).toMatchObject({ file: 'x', line: 1 });
    }
    expect(locator.locate({ source, offset: 99 })).toMatchObject({ file: 'x', line: 2 });
  });

  it('parses a document again only when another one was asked for in between', () => {
    const [first, second] = read(`${POD}---\n${POD}x: 1\n`).documents;
    if (!first || !second) throw new Error('no documents');
    const locator = new Locator();
    const lines = [first, second, first].map((document) => locator.locate({ document, pointer: '/kind' }).line);
    expect(lines).toEqual([2, 5, 2]);
  });
});
