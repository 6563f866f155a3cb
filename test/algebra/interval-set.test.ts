import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bigintLine, type Interval, type IntervalSet, numberLine } from '../../src/algebra/interval-set.ts';

/** A line short enough that every set of its points can be looked at. */
const POINTS = Array.from({ length: 14 }, (_, i) => i);

const point = fc.integer({ min: 0, max: POINTS.length - 1 });
const interval: fc.Arbitrary<Interval<number>> = fc.record({ first: point, last: point });
const intervals = fc.array(interval, { maxLength: 6 });

function pointsOf(list: Iterable<Interval<number>>): Set<number> {
  return new Set([...list].flatMap(({ first, last }) => POINTS.filter((p) => first <= p && p <= last)));
}

function expectCanonical(set: IntervalSet<number>): void {
  set.forEach(({ first, last }, i) => {
    expect(first).toBeLessThanOrEqual(last);
    expect(first).toBeGreaterThan((set[i - 1]?.last ?? Number.NEGATIVE_INFINITY) + 1);
  });
}

describe('a set of intervals', () => {
  it('holds the points of the intervals it is made of, in whatever order they come', () => {
    fc.assert(
      fc.property(intervals, (list) => {
        const set = numberLine.of(list);
        expectCanonical(set);
        expect(pointsOf(set)).toEqual(pointsOf(list));
        expect(numberLine.of(list.toReversed())).toEqual(set);
      }),
    );
  });

  it.each([
    ['union', (x: boolean, y: boolean) => x || y],
    ['intersect', (x: boolean, y: boolean) => x && y],
    ['subtract', (x: boolean, y: boolean) => x && !y],
  ] as const)('%s is that of the sets of points, and canonical', (name, holds) => {
    fc.assert(
      fc.property(intervals, intervals, (left, right) => {
        const [a, b] = [numberLine.of(left), numberLine.of(right)];
        const result = numberLine[name](a, b);
        expectCanonical(result);
        const [inA, inB] = [pointsOf(a), pointsOf(b)];
        expect([...pointsOf(result)].sort()).toEqual(POINTS.filter((p) => holds(inA.has(p), inB.has(p))).sort());
      }),
    );
  });

  it('equals another exactly when it has the same points', () => {
    fc.assert(
      fc.property(intervals, intervals, (left, right) => {
        const [a, b] = [numberLine.of(left), numberLine.of(right)];
        const same = [...pointsOf(a)].join() === [...pointsOf(b)].join();
        expect(numberLine.equal(a, b)).toBe(same);
      }),
    );
  });

  it('has a point exactly when one of its intervals does', () => {
    fc.assert(
      fc.property(intervals, point, (list, p) => {
        expect(numberLine.has(numberLine.of(list), p)).toBe(pointsOf(list).has(p));
      }),
    );
  });

  it('is never changed by an operation on it', () => {
    fc.assert(
      fc.property(intervals, intervals, (left, right) => {
        const freeze = (list: Interval<number>[]) => Object.freeze(numberLine.of(list).map((i) => Object.freeze(i)));
        const [a, b] = [freeze(left), freeze(right)];
        const before = JSON.stringify([a, b]);
        numberLine.union(a, b);
        numberLine.intersect(a, b);
        numberLine.subtract(a, b);
        expect(JSON.stringify([a, b])).toBe(before);
      }),
    );
  });
});

describe('intervals', () => {
  it('whose first point lies behind their last are empty', () => {
    expect(numberLine.of([{ first: 5, last: 4 }])).toEqual([]);
  });

  it('that touch become one, and those with a gap of one point stay two', () => {
    const touching = [
      { first: 3, last: 4 },
      { first: 1, last: 2 },
    ];
    expect(numberLine.of(touching)).toEqual([{ first: 1, last: 4 }]);
    const apart = [
      { first: 1, last: 2 },
      { first: 4, last: 4 },
    ];
    expect(numberLine.of(apart)).toEqual(apart);
  });

  it('of bigints follow the same laws as those of numbers', () => {
    const big = (list: readonly Interval<number>[]) =>
      list.map(({ first, last }) => ({ first: BigInt(first), last: BigInt(last) }));
    fc.assert(
      fc.property(intervals, intervals, (left, right) => {
        const [a, b] = [numberLine.of(left), numberLine.of(right)];
        expect(bigintLine.of(big(left))).toEqual(big(a));
        for (const name of ['union', 'intersect', 'subtract'] as const) {
          expect(bigintLine[name](big(a), big(b))).toEqual(big(numberLine[name](a, b)));
        }
      }),
    );
  });
});
