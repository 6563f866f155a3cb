import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyBits, hasBit, setBit } from '../../src/engine/bits.ts';
import { NodeSet } from '../../src/engine/node-set.ts';

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
        for (const set of [NodeSet.of(members, universe), NodeSet.fromBits(bits, universe)]) {
          expect(set.size).toBe(members.length);
          const out = new Int32Array(universe);
          expect([...out.subarray(0, set.read(out))]).toEqual(members);
          const again = set.toBits();
          for (let i = 0; i < universe; i++) {
            expect(set.has(i)).toBe(members.includes(i));
            expect(hasBit(again, i)).toBe(members.includes(i));
          }
        }
      }),
    );
  });

  it('takes a fraction of a bitmap when it is nearly empty or nearly everything', () => {
    const all = Array.from({ length: 10_000 }, (_, i) => i);
    expect(NodeSet.of([3, 5000], 10_000).bytes).toBe(8);
    expect(NodeSet.of(all.slice(2), 10_000).bytes).toBe(8);
    expect(NodeSet.of(all.slice(5000), 10_000).bytes).toBe(1252);
    expect(NodeSet.all(10_000).bytes).toBe(0);
  });
});
