import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spread } from '../../../../src/render/svg/picture/spread.ts';

test('items that want places apart get them', () => {
  const wishes = [
    { top: 10, height: 20 },
    { top: 60, height: 20 },
  ];
  expect(spread(wishes, 5, [0, 100])).toEqual([10, 60]);
});

test('items that want one place stand around it', () => {
  const wishes = [
    { top: 40, height: 20 },
    { top: 40, height: 20 },
  ];
  expect(spread(wishes, 10, [0, 100])).toEqual([25, 55]);
});

test('nothing overlaps, nothing leaves its range, and the order stays', () => {
  const wish = fc.record({ top: fc.integer({ min: -500, max: 500 }), height: fc.integer({ min: 1, max: 60 }) });
  fc.assert(
    fc.property(fc.array(wish, { minLength: 1, maxLength: 12 }), (wishes) => {
      const room = wishes.reduce((sum, { height }) => sum + height + 8, -8);
      const tops = spread(wishes, 8, [100, 100 + room + 50]);
      const last = wishes.length - 1;
      expect(tops[0]).toBeGreaterThanOrEqual(100 - 1e-6);
      expect((tops[last] ?? 0) + (wishes[last]?.height ?? 0)).toBeLessThanOrEqual(150 + room + 1e-6);
      for (const [index, top] of tops.entries()) {
        const before =
          index === 0 ? Number.NEGATIVE_INFINITY : (tops[index - 1] ?? 0) + (wishes[index - 1]?.height ?? 0);
        expect(top - before).toBeGreaterThanOrEqual(8 - 1e-6);
      }
    }),
  );
});
