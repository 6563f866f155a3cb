/** Compose files as go-yaml reads them, with their tags and their own idea of a document. */

import { describe, expect, it } from 'vitest';
import { type ComposeDocument, readCompose } from '../../src/ingest/compose-file.ts';
import type { TaggedNode } from '../../src/ingest/compose-tree.ts';
import { DEFAULT_LIMITS } from '../../src/ingest/limits.ts';

function read(text: string, limits = DEFAULT_LIMITS) {
  return [...readCompose({ path: 'compose.yaml', text }, limits)];
}

function documents(text: string): ComposeDocument[] {
  return read(text).flatMap((one) => ('root' in one ? [one] : []));
}

/** `RULE offset` of each document that cannot be read. */
function faults(text: string, limits = DEFAULT_LIMITS): string[] {
  return read(text, limits).flatMap((one) => ('fault' in one ? [`${one.fault.rule} ${one.fault.offset}`] : []));
}

function plain(node: TaggedNode | undefined): unknown {
  if (node?.kind === 'list') return node.items.map(plain);
  if (node?.kind === 'mapping') return node.entries.map(({ key, value }) => [key, plain(value)]);
  return node?.value;
}

function scalar(text: string) {
  const [document] = documents(`k: ${text}\n`);
  const node = document?.root.kind === 'mapping' ? document.root.entries[0]?.value : undefined;
  return node?.kind === 'scalar' ? node : undefined;
}

describe('a plain scalar', () => {
  it.each([
    ['yes', 'yes', 'yes'],
    ['on', 'on', 'on'],
    ['True', true, 'true'],
    ['~', null, ''],
    ['0777', 511, '511'],
    ['0o17', 15, '15'],
    ['0x_1F', 31, '31'],
    ['1_000', 1000, '1000'],
    ['089', 89, '89'],
    ['-0777', -511, '-511'],
    ['12345678901234567890', Number('12345678901234567890'), '12345678901234567890'],
    ['1.0', 1, '1'],
    ['1e21', 1e21, '1e+21'],
    ['0.00001', 0.00001, '1e-05'],
    ['-0', -0, '-0'],
    ['22:22', '22:22', '22:22'],
    ['2001-1-2', '2001-01-02T00:00:00Z', '2001-01-02 00:00:00 +0000 UTC'],
    ['2001-12-14t21:59:43.10-05:00', '2001-12-14T21:59:43.1-05:00', '2001-12-14 21:59:43.1 -0500 -0500'],
    ['2001-02-30', '2001-02-30', '2001-02-30'],
    ['!!str 12', '12', '12'],
    ['!!float 1', 1, '1'],
    ['!own 12', '12', '12'],
    ['"12"', '12', '12'],
  ])('%s is %j, and Go prints it as %s', (source, value, text) => {
    expect(scalar(source)).toMatchObject({ value, text });
  });

  it('is a float to Go where it has a point, and an integer otherwise', () => {
    expect(scalar('80.0')?.float).toBe(true);
    expect(scalar('80')?.float).toBe(false);
  });

  it.each(['.inf', '.nan', '!!int x', '!!bool yes'])('%s is refused', (source) => {
    expect(faults(`k: ${source}\n`)).toEqual(['YML001 3']);
  });
});

describe('a document', () => {
  it('keeps the tags of merging', () => {
    const [document] = documents('a: !reset\nb: !override [1]\nc: !reset {d: e}\n');
    const tags = document?.root.kind === 'mapping' ? document.root.entries.map(({ value }) => value.tag) : [];
    expect(tags).toEqual(['reset', 'override', 'reset']);
  });

  it('shares what an alias names, and counts it as often as it is named', () => {
    const [document] = documents('a: &x [1, 2]\nb: [*x, *x]\n');
    expect(document?.root.size).toBe(11);
    expect(plain(document?.root)).toEqual([
      ['a', [1, 2]],
      [
        'b',
        [
          [1, 2],
          [1, 2],
        ],
      ],
    ]);
  });

  it('tells keys that are no text, and the merge key', () => {
    const [document] = documents('1: a\ntrue: b\n"2": c\n2001-01-01: d\n<<: {}\n"<<": e\n');
    const entries = document?.root.kind === 'mapping' ? document.root.entries : [];
    expect(entries.map(({ isText }) => isText)).toEqual([false, false, true, false, true, true]);
    expect(entries.map(({ merge }) => merge)).toEqual([false, false, false, false, true, false]);
  });

  it.each([
    ['a: &x [*x]\n', ['YML001 7']],
    ['a: *x\n', ['YML001 3']],
    ['? [a]\n: b\n', ['YML001 2']],
    ['a: b\n---\n', ['YML007 5']],
    ['a: b\n---\n# only a comment\n---\nc: d\n', ['YML007 5']],
    ['%YAML 1.2\n---\na: b\n', ['YML001 0']],
    ['a: b\n...\nc: d\n', ['YML001 8']],
    ['a: [\n', ['YML001 5']],
  ])('%j is refused at its place', (text, found) => {
    expect(faults(text)).toEqual(found);
  });

  it.each([
    '# only a comment\n',
    '---\na: b\n',
    'a: b\n...\n---\nc: d\n',
    '%YAML 1.1\n---\na: b\n',
    '{\n\t"a":\t"b"\n}\n',
  ])('%j is read', (text) => {
    expect(faults(text)).toEqual([]);
  });

  it('hides no other document of its file', () => {
    expect(documents('a: b\n---\nc: [\n---\nd: e\n').map(({ root }) => plain(root))).toEqual([
      [['a', 'b']],
      [['d', 'e']],
    ]);
  });

  it('is refused beyond the limits on aliases, nodes and nesting', () => {
    const limits = { ...DEFAULT_LIMITS, aliases: 2, nodes: 20, nesting: 4 };
    expect(faults('a: &x b\nc: [*x, *x, *x]\n', limits)).toEqual(['YML006 20']);
    expect(faults('a: &x [1, 2, 3, 4, 5, 6, 7, 8]\nb: [*x, *x]\n', limits)).toEqual(['YML006 34']);
    expect(faults('a: &x [[[b]]]\nc: {d: *x}\n', limits)).toEqual(['YML006 21']);
  });
});
