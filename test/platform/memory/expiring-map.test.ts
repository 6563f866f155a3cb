import { expect, test } from 'vitest';
import { ExpiringMap } from '../../../src/platform/memory/expiring-map.ts';

function map() {
  const clock = { now: 0 };
  return { clock, values: new ExpiringMap<string>({ size: 10, milliseconds: 100 }, () => clock.now) };
}

test('a value is kept until its time is over', () => {
  const { clock, values } = map();
  expect(values.set('a', 'A', 1)).toBe(100);
  clock.now = 99;
  expect(values.get('a')).toBe('A');
  clock.now = 100;
  expect(values.get('a')).toBeUndefined();
});

test('the oldest go first where not all fit, and one that is too large is not kept', () => {
  const { values } = map();
  values.set('a', 'A', 6);
  values.set('b', 'B', 4);
  values.set('c', 'C', 4);
  expect(['a', 'b', 'c'].map((key) => values.get(key))).toEqual([undefined, 'B', 'C']);
  values.set('d', 'D', 11);
  expect(['b', 'c', 'd'].map((key) => values.get(key))).toEqual([undefined, undefined, undefined]);
  values.set('e', 'E', 10);
  expect(values.get('e')).toBe('E');
});

test('a value that is set again is the newest, and counts once', () => {
  const { clock, values } = map();
  values.set('a', 'A', 6);
  values.set('b', 'B', 4);
  clock.now = 50;
  expect(values.set('a', 'A2', 6)).toBe(150);
  values.set('c', 'C', 4);
  expect(['a', 'b', 'c'].map((key) => values.get(key))).toEqual(['A2', undefined, 'C']);
});
