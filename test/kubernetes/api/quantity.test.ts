import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareQuantities, isNegative, parseQuantity } from '../../../src/kubernetes/api/quantity.ts';

function compare(a: string, b: string): number {
  const [left, right] = [parseQuantity(a), parseQuantity(b)];
  if (!left || !right) throw new Error('no quantity');
  return Math.sign(compareQuantities(left, right));
}

describe('a quantity', () => {
  it.each([
    ['1', '1000m', 0],
    ['1.5', '1500m', 0],
    ['1Ki', '1024', 0],
    ['1k', '1Ki', -1],
    ['1Gi', '1.1G', -1],
    ['1e3', '1k', 0],
    ['2E', '2000P', 0],
    ['100n', '1u', -1],
    ['-1', '0', -1],
    ['.5', '500m', 0],
    ['5.', '5', 0],
  ])('%s beside %s compares as %i', (a, b, order) => {
    expect(compare(a, b)).toBe(order);
  });

  it.each(['', '.', 'Gi', '1 Gi', '1gi', '1KI', 'x', '1e', '1'.repeat(50), '1e999'])(
    'is none, or none to compare: %s',
    (text) => {
      expect(parseQuantity(text)).toBeUndefined();
    },
  );

  it('may be a number, and may be negative', () => {
    const number = parseQuantity(-0.5);
    expect(number && isNegative(number)).toBe(true);
    expect(parseQuantity(true)).toBeUndefined();
  });

  it('is ordered as its number is', () => {
    const amount = fc.integer({ min: -1_000_000, max: 1_000_000 });
    const suffix = fc.constantFrom(['', 1], ['k', 1e3], ['Ki', 1024], ['M', 1e6], ['m', 1e-3]) as fc.Arbitrary<
      [string, number]
    >;
    fc.assert(
      fc.property(amount, suffix, amount, suffix, (a, [s, x], b, [t, y]) => {
        expect(compare(`${a}${s}`, `${b}${t}`)).toBe(Math.sign(Math.round(a * x * 1000) - Math.round(b * y * 1000)));
      }),
    );
  });
});
