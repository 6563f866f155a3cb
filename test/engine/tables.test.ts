import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BlockMap } from '../../src/engine/block-map.ts';
import { PairMemo } from '../../src/engine/pair-memo.ts';
import { Tuples } from '../../src/engine/tuples.ts';

describe('a table of pairs', () => {
  it('gives back what was put in, and -1 for the rest, however large it grows', () => {
    const pairs = fc.uniqueArray(fc.tuple(fc.nat({ max: 2 ** 31 - 1 }), fc.nat({ max: 300 })), {
      selector: ([a, b]) => `${a} ${b}`,
      maxLength: 3_000,
    });
    fc.assert(
      fc.property(pairs, (all) => {
        const memo = new PairMemo();
        all.forEach(([a, b], i) => {
          expect(memo.get(a, b)).toBe(-1);
          memo.add(a, b, i);
        });
        all.forEach(([a, b], i) => {
          expect(memo.get(a, b)).toBe(i);
        });
        expect(memo.size).toBe(all.length);
        expect(memo.get(5, 301)).toBe(-1);
      }),
      { numRuns: 20 },
    );
  });
});

describe('numbered tuples', () => {
  it('have equal numbers when they are equal, counted in the order they came', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.nat({ max: 7 }), { minLength: 3, maxLength: 3 }), { maxLength: 400 }), (all) => {
        const tuples = new Tuples(3);
        const order = [...new Set(all.map(String))];
        for (const tuple of all) {
          const id = tuples.of(tuple);
          expect(id).toBe(order.indexOf(String(tuple)));
          expect([0, 1, 2].map((place) => tuples.member(id, place))).toEqual(tuple);
        }
        expect(tuples.count).toBe(order.length);
      }),
    );
  });
});

describe('lists by number', () => {
  const lists = fc.array(fc.uniqueArray(fc.nat({ max: 20 })), { maxLength: 10 });

  it('are turned around: which lists hold an item', () => {
    fc.assert(
      fc.property(lists, (given) => {
        const items = given.flat();
        const sizes = given.map((list) => list.length);
        const starts = given.map((_, key) => given.slice(0, key).flat().length);
        const inverse = BlockMap.inverse({ starts, sizes, items }, 21);
        for (let item = 0; item <= 20; item++) {
          const holders = given.flatMap((list, key) => (list.includes(item) ? [key] : []));
          expect([...inverse.of(item)]).toEqual(holders);
        }
      }),
    );
  });

  it('of keys that have one item each, or none, are the keys of that item', () => {
    const map = BlockMap.keysOf(Int32Array.of(2, 0, -1, 2, 1), 4);
    expect([0, 1, 2, 3].map((item) => [...map.of(item)])).toEqual([[1], [4], [0, 3], []]);
  });

  it('hold keys that two bytes are too small for', () => {
    const itemOf = new Int32Array(65_538).fill(-1);
    itemOf.set([0, 0, 0], 65_535);
    expect([...BlockMap.keysOf(itemOf, 1).of(0)]).toEqual([65_535, 65_536, 65_537]);
    const sizes = Int32Array.from(itemOf, (item) => item + 1);
    const inverse = BlockMap.inverse({ starts: new Int32Array(sizes.length), sizes, items: [0] }, 1);
    expect([...inverse.of(0)]).toEqual([65_535, 65_536, 65_537]);
  });
});
