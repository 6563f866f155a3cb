import { expect, test } from 'vitest';
import { nearest } from '../../src/util/edit-distance.ts';

const KNOWN = ['focus', 'focusPeer', 'direction', 'level', 'limit'];

test.each([
  ['focsu', 'focus'],
  ['Focus', 'focus'],
  ['focuspeer', 'focusPeer'],
  ['direcion', 'direction'],
  ['limits', 'limit'],
])('%s most likely means %s', (word, meant) => {
  expect(nearest(word, KNOWN)).toBe(meant);
});

test.each(['zzzzzzzz', '', '__proto__', 'x'.repeat(100_000)])('nothing is near to %.20j', (word) => {
  expect(nearest(word, KNOWN)).toBeUndefined();
});
