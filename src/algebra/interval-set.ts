/**
 * Sets of points on a discrete line, as sorted, disjoint, non-adjacent closed intervals: one canonical form per set,
 * so that equal sets are equal lists. Ports and both address families are built on it.
 *
 * Laws (tested in `test/algebra/interval-set.test.ts`): union, intersection and difference are those of the sets of
 * points; every result is canonical; nothing is ever changed in place.
 */

export interface Interval<P> {
  readonly first: P;
  readonly last: P;
}

export type IntervalSet<P> = readonly Interval<P>[];

/** The operations on one line. */
export interface IntervalAlgebra<P> {
  /** The canonical set of any intervals, in any order, overlapping or not. Intervals with `first > last` are empty. */
  of(intervals: Iterable<Interval<P>>): IntervalSet<P>;
  union(a: IntervalSet<P>, b: IntervalSet<P>): IntervalSet<P>;
  intersect(a: IntervalSet<P>, b: IntervalSet<P>): IntervalSet<P>;
  subtract(a: IntervalSet<P>, b: IntervalSet<P>): IntervalSet<P>;
  has(set: IntervalSet<P>, point: P): boolean;
  equal(a: IntervalSet<P>, b: IntervalSet<P>): boolean;
}

/**
 * The algebra of a line whose points are numbers or bigints, given the neighbours of a point.
 *
 * @example
 * const line = intervalAlgebra<number>((p) => p + 1, (p) => p - 1);
 * line.union([{ first: 1, last: 2 }], [{ first: 3, last: 9 }]); // [{ first: 1, last: 9 }]
 */
export function intervalAlgebra<P extends number | bigint>(
  next: (p: P) => P,
  previous: (p: P) => P,
): IntervalAlgebra<P> {
  const of = (intervals: Iterable<Interval<P>>): IntervalSet<P> => {
    const sorted = [...intervals].filter((i) => i.first <= i.last).sort((a, b) => (a.first < b.first ? -1 : 1));
    const out: { first: P; last: P }[] = [];
    for (const { first, last } of sorted) {
      const top = out.at(-1);
      if (!top || first > next(top.last)) out.push({ first, last });
      else if (last > top.last) top.last = last;
    }
    return out;
  };

  const intersect = (a: IntervalSet<P>, b: IntervalSet<P>): IntervalSet<P> => {
    const out: Interval<P>[] = [];
    let j = 0;
    for (const x of a) {
      while (j < b.length && (b[j] as Interval<P>).last < x.first) j++;
      for (let k = j; k < b.length; k++) {
        const y = b[k] as Interval<P>;
        if (y.first > x.last) break;
        out.push({ first: x.first > y.first ? x.first : y.first, last: x.last < y.last ? x.last : y.last });
      }
    }
    return out;
  };

  const subtract = (a: IntervalSet<P>, b: IntervalSet<P>): IntervalSet<P> => {
    const out: Interval<P>[] = [];
    let j = 0;
    for (const x of a) {
      while (j < b.length && (b[j] as Interval<P>).last < x.first) j++;
      let from = x.first;
      let done = false;
      for (let k = j; k < b.length && !done; k++) {
        const y = b[k] as Interval<P>;
        if (y.first > x.last) break;
        if (y.first > from) out.push({ first: from, last: previous(y.first) });
        if (y.last >= x.last) done = true;
        else from = next(y.last);
      }
      if (!done) out.push({ first: from, last: x.last });
    }
    return out;
  };

  return {
    of,
    union: (a, b) => (a.length === 0 ? b : b.length === 0 ? a : of([...a, ...b])),
    intersect,
    subtract,
    has: (set, point) => set.some((i) => i.first <= point && point <= i.last),
    equal: (a, b) => a.length === b.length && a.every((x, i) => x.first === b[i]?.first && x.last === b[i]?.last),
  };
}

/** The line of whole numbers within the safe range: ports and IPv4 addresses. */
export const numberLine: IntervalAlgebra<number> = intervalAlgebra<number>(
  (p) => p + 1,
  (p) => p - 1,
);

/** The line of bigints: IPv6 addresses. */
export const bigintLine: IntervalAlgebra<bigint> = intervalAlgebra<bigint>(
  (p) => p + 1n,
  (p) => p - 1n,
);
