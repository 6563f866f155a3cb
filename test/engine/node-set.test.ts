import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyBits, hasBit, setBit } from '../../src/engine/bits.ts';
import { NodeSets } from '../../src/engine/node-sets.ts';

/** Sets of every size, from nothing to all, so that every form is met. */
const cases = fc
  .tuple(fc.integer({ min: 1, max: 700 }), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat())
  .map(([universe, part, seed]) => {
    const members = Array.from({ length: universe }, (_, i) => i).filter(
      (i) => ((i * 7919 + seed) % 1000) / 1000 < part,
    );
    return { universe, members };
  });

describe('a set of nodes', () => {
  it('has its members and no others, in whatever form it is kept', () => {
    fc.assert(
      fc.property(cases, ({ universe, members }) => {
        const bits = emptyBits(universe);
        for (const i of members) setBit(bits, i);
        const sets = new NodeSets(universe);
        const set = sets.of(members);
        expect(sets.ofBits(bits)).toBe(set);
        expect(set.size).toBe(members.length);
        const out = new Int32Array(universe);
        expect([...out.subarray(0, set.read(out))]).toEqual(members);
        const again = emptyBits(universe);
        set.addTo(again);
        for (let i = 0; i < universe; i++) {
          expect(set.has(i)).toBe(members.includes(i));
          expect(hasBit(again, i)).toBe(members.includes(i));
        }
      }),
    );
  });

  it('takes a fraction of a bitmap when it is nearly empty or nearly everything', () => {
    const all = Array.from({ length: 10_000 }, (_, i) => i);
    const sets = new NodeSets(10_000);
    expect(sets.of([3, 5000]).bytes).toBe(4);
    expect(sets.of(all.slice(2)).bytes).toBe(4);
    expect(sets.of(all.slice(5000)).bytes).toBe(1252);
    expect(sets.all.bytes).toBe(0);
    expect(sets.nothing.bytes).toBe(0);
  });

  it('is one object for equal sets, and another for others, whatever they have in common', () => {
    fc.assert(
      fc.property(fc.array(fc.uniqueArray(fc.nat({ max: 99 })), { maxLength: 20 }), (all) => {
        const sets = new NodeSets(100);
        const lists = all.map((list) => list.toSorted((a, b) => a - b));
        const made = lists.map((list) => sets.of(list));
        for (const [i, set] of made.entries()) {
          for (const [j, other] of made.entries()) expect(set === other).toBe(String(lists[i]) === String(lists[j]));
        }
        expect(new Set(made.map(({ id }) => id)).size).toBe(new Set(made).size);
      }),
    );
  });
});
