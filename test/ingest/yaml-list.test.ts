import { describe, expect, it } from 'vitest';
import { Locator } from '../../src/ingest/index.ts';
import { faults, read } from './reading.ts';

/** An item as kubectl prints it, 1 KB long; with it, 300 items make a list that is read item by item. */
function item(name: string, extra = ''): string {
  return `- apiVersion: v1\n  kind: Pod\n  metadata:\n    name: ${name}\n    annotations:\n      long: ${'x'.repeat(1000)}\n${extra}`;
}

function list(items: readonly string[], tail = 'kind: List\nmetadata:\n  resourceVersion: ""\n'): string {
  return `apiVersion: v1\nitems:\n${items.join('')}${tail}`;
}

const NAMES = Array.from({ length: 300 }, (_, index) => `pod-${index}`);

describe('a long YAML list', () => {
  it('is read item by item, and every item is found at its line', () => {
    const { documents, findings } = read(list(NAMES.map((name) => item(name))));
    expect(findings).toEqual([]);
    expect(documents.map(({ value }) => (value['metadata'] as { name: string }).name)).toEqual(NAMES);
    const last = documents.at(-1);
    expect(last && new Locator().locate({ document: last, pointer: '/metadata/name' })).toMatchObject({
      line: 2 + 299 * 6 + 4,
      column: 5,
    });
  });

  it('may have more nodes than one document may', () => {
    expect(read(list(NAMES.map((name) => item(name))), { nodes: 100 }).documents).toHaveLength(300);
  });

  it('loses only the item that is broken', () => {
    const items = NAMES.map((name, index) => item(name, index === 7 ? '  a: b: c\n' : ''));
    const parsed = read(list(items));
    expect(parsed.documents).toHaveLength(299);
    expect(faults(parsed)).toEqual([`YML001 ${2 + 7 * 6 + 7}:7`]);
  });

  it('keeps what only looks like an item in a text', () => {
    const items = NAMES.map((name) => item(name, '  text: |\n    - a\n\n    # b\n# comment\n'));
    expect(read(list(items)).documents.map(({ value }) => value['text'])).toEqual(NAMES.map(() => '- a\n\n# b\n'));
  });

  it('is read whole when it is no plain List', () => {
    const parsed = read(
      list(
        NAMES.map((name) => item(name)),
        'kind: PodList\n',
      ),
    );
    expect(parsed.documents.map(({ prefix }) => prefix).slice(0, 2)).toEqual(['/items/0', '/items/1']);
    expect(
      faults(
        read(
          list(
            NAMES.map((name) => item(name)),
            'kind: List\nkind: List\n',
          ),
        ),
      ),
    ).toEqual(['YML002 1804:1']);
  });

  it('may be one of several documents', () => {
    const text = list(NAMES.map((name) => item(name)));
    expect(read(`${text}---\n${text}`).documents).toHaveLength(600);
  });
});
