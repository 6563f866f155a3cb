import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../src/util/canonical-json.ts';

const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, reversed(member)]),
  );
};

test('is JSON of the same value, whatever the order of keys', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(reversed(value))).toBe(text);
    }),
  );
});

test('keeps the order of lists, and keys called __proto__', () => {
  expect(canonicalJson(JSON.parse('{"b":[2,1],"__proto__":{"a":1}}'))).toBe('{"__proto__":{"a":1},"b":[2,1]}');
});
