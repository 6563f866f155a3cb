/** Edits by pointer change just the text around their place, and keep comments. */

import { describe, expect, it } from 'vitest';
import type { Edit } from '../../src/ingest/edit.ts';
import { Locator } from '../../src/ingest/locator.ts';
import { applyEdits } from '../../src/render/apply-edits.ts';
import { documentOf } from '../support/bundle.ts';

type EditOf<T> = T extends Edit ? Omit<T, 'at'> : never;

const HEAD = 'apiVersion: v1\nkind: A\n';

/** What becomes of the text below the head; undefined where there is no edit. */
function edited(text: string, pointer: string, edit: EditOf<Edit>): string | undefined {
  const document = documentOf(HEAD + text);
  const found = new Locator().textEdit({ at: { document, pointer }, ...edit } as Edit);
  return found && applyEdits(HEAD + text, [found]).slice(HEAD.length);
}

describe('a value', () => {
  it.each([
    ['a: 1 # one\n', 2, 'a: 2 # one\n'],
    ['a: "b" # one\n', 'c', 'a: c # one\n'],
    ["a: 'b'\n", 'no', 'a: "no"\n'],
    ['a: b\n', '80', 'a: "80"\n'],
    ['a: # none\n', true, 'a: true # none\n'],
    ['{"a": "b"}\n', 'c', undefined],
  ])('of %j is set to %j', (text, value, expected) => {
    if (expected !== undefined) expect(edited(text, '/a', { kind: 'set', value })).toBe(expected);
  });

  it('gets text before and behind it, and is not shown', () => {
    expect(edited('a: yes # one\n', '/a', { kind: 'before', text: '"' })).toBe('a: "yes # one\n');
    expect(edited('a: {b: 1}\n', '/a/b', { kind: 'behind', text: '"' })).toBe('a: {b: 1"}\n');
    expect(edited('a: {b: 1}\n', '/a', { kind: 'behind', text: '"' })).toBeUndefined();
  });

  it('in a list of lists is set where it stands', () => {
    expect(edited('a:\n  - [1, 2] # x\n  - [3, 4]\n', '/a/1/0', { kind: 'set', value: 9 })).toBe(
      'a:\n  - [1, 2] # x\n  - [9, 4]\n',
    );
  });

  it('that is no scalar, or that stands behind an alias, is left alone', () => {
    expect(edited('a: {b: 1}\n', '/a', { kind: 'set', value: 1 })).toBeUndefined();
    expect(edited('a: &x {b: 1}\nc: *x\n', '/c/b', { kind: 'set', value: 1 })).toBeUndefined();
    expect(edited('a: {b: 1}\n', '/a/c', { kind: 'set', value: 1 })).toBeUndefined();
  });
});

describe('a key', () => {
  it('is renamed, its value left as it is', () => {
    expect(edited('a:\n  b: # why\n    c: 1\n', '/a/b', { kind: 'rename', key: 'd' })).toBe(
      'a:\n  d: # why\n    c: 1\n',
    );
    expect(edited('"a": 1\n', '/a', { kind: 'rename', key: 'b' })).toBe('"b": 1\n');
  });
});

describe('an entry', () => {
  it.each([
    ['a:\n  b: 1 # x\n  c: 2\n', '/a/b', 'a:\n  c: 2\n'],
    ['a:\n  b: 1\n  c: |\n    text\n# end\n', '/a/c', 'a:\n  b: 1\n# end\n'],
    ['a:\n  - b: 1\n    c: 2\n', '/a/0/b', 'a:\n  - c: 2\n'],
    ['a:\n  - b: 1\n  - c: 2\n', '/a/0', 'a:\n  - c: 2\n'],
    ['a:\n- 1\n- 2\n', '/a/1', 'a:\n- 1\n'],
    ['a: {b: 1, c: 2}\n', '/a/c', 'a: {b: 1}\n'],
    ['a: {b: 1, c: 2}\n', '/a/b', 'a: {c: 2}\n'],
    ['a: [1]\n', '/a/0', 'a: []\n'],
  ])('of %j at %s is removed', (text, pointer, expected) => {
    expect(edited(text, pointer, { kind: 'remove' })).toBe(expected);
  });

  it('that is the only one of its mapping stays', () => {
    expect(edited('a:\n  b: 1\n', '/a/b', { kind: 'remove' })).toBeUndefined();
  });
});

describe('something new', () => {
  it.each([
    ['a:\n  b: 1 # x\nc: 2\n', '/a', 'a:\n  b: 1 # x\n  k: v\nc: 2\n'],
    ['a:\n  - b: |\n      text\n\nc: 2\n', '/a/0', 'a:\n  - b: |\n      text\n    k: v\n\nc: 2\n'],
    ['a: {b: 1}\n', '/a', 'a: {b: 1, k: v}\n'],
    ['a: {}\n', '/a', 'a: {k: v}\n'],
    ['a: {"b": 1}\n', '/a', 'a: {"b": 1, "k": "v"}\n'],
  ])('is added to the mapping of %j at %s', (text, pointer, expected) => {
    expect(edited(text, pointer, { kind: 'add', key: 'k', value: 'v' })).toBe(expected);
  });

  it.each([
    ['a:\n  - b # x\n', 'a:\n  - b # x\n  - {k: [1, on it]}\n'],
    ['a:\n- b: 1\n  c: 2\nd: 1\n', 'a:\n- b: 1\n  c: 2\n- {k: [1, on it]}\nd: 1\n'],
    ['a: [b]\n', 'a: [b, {k: [1, on it]}]\n'],
  ])('is appended to the list of %j', (text, expected) => {
    const written = expected.replace('on it', '"on it"');
    expect(edited(text, '/a', { kind: 'append', value: { k: [1, 'on it'] } })).toBe(written);
  });
});

describe('an item of a list', () => {
  it('becomes part of the one before it', () => {
    expect(edited('a:\n  - b: 1\n  - c: 2 # x\n', '/a/1', { kind: 'join' })).toBe('a:\n  - b: 1\n    c: 2 # x\n');
    expect(edited('a: [{b: 1}, {c: 2}]\n', '/a/1', { kind: 'join' })).toBeUndefined();
  });
});
