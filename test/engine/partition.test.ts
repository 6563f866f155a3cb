import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NodeSet } from '../../src/engine/node-set.ts';
import { NodeSets } from '../../src/engine/node-sets.ts';
import { Partition } from '../../src/engine/partition.ts';

/** They are interned together, as all sets that refine one partition. */
function setsOf(size: number, all: readonly (readonly number[])[]): NodeSet[] {
  const sets = new NodeSets(size);
  return all.map((elements) => sets.of(elements.toSorted((a, b) => a - b)));
}

/** A size that may need more than one word of a bitmap, and sets of elements below it. */
const cases = fc.integer({ min: 1, max: 70 }).chain((size) =>
  fc.record({
    size: fc.constant(size),
    sets: fc.array(fc.uniqueArray(fc.nat({ max: size - 1 })), { maxLength: 8 }),
    keys: fc.array(fc.nat({ max: 2 }), { minLength: size, maxLength: size }),
  }),
);

/** The blocks as lists of elements, in order of their first. */
function blocks(blockOf: Iterable<string | number>): number[][] {
  const out = new Map<string | number, number[]>();
  let element = 0;
  for (const block of blockOf) out.set(block, [...(out.get(block) ?? []), element++]);
  return [...out.values()];
}

describe('a partition refined by sets', () => {
  it('is the grouping by which of the sets hold an element', () => {
    fc.assert(
      fc.property(cases, ({ size, sets }) => {
        const partition = new Partition(size);
        for (const set of setsOf(size, sets)) partition.splitBySet(set);
        const signatures = Array.from({ length: size }, (_, i) => sets.map((s) => Number(s.includes(i))).join(''));
        expect(blocks(partition.blockOf)).toEqual(blocks(signatures));
        expect(partition.blockCount).toBe(new Set(signatures).size);
      }),
    );
  });

  it('and by keys is the grouping by both, in whatever order they come', () => {
    fc.assert(
      fc.property(cases, fc.nat({ max: 8 }), ({ size, sets, keys }, when) => {
        const partition = new Partition(size);
        setsOf(size, sets).forEach((set, i) => {
          if (i === when) partition.splitByKeys(keys);
          partition.splitBySet(set);
        });
        if (when >= sets.length) partition.splitByKeys(keys);
        const signatures = keys.map((key, i) => key + sets.map((s) => Number(s.includes(i))).join(''));
        expect(blocks(partition.blockOf)).toEqual(blocks(signatures));
        expect(partition.blockCount).toBe(new Set(signatures).size);
      }),
    );
  });

  it('is numbered anew in the order of first elements', () => {
    fc.assert(
      fc.property(cases, ({ size, sets }) => {
        const partition = new Partition(size);
        for (const set of setsOf(size, sets)) partition.splitBySet(set);
        const before = blocks(partition.blockOf);
        partition.renumber();
        expect(blocks(partition.blockOf)).toEqual(before);
        expect([...new Set(partition.blockOf)]).toEqual([...before.keys()]);
      }),
    );
  });

  it('is one block before anything splits it, and none of no elements', () => {
    expect(new Partition(5).blockCount).toBe(1);
    expect(new Partition(0).blockCount).toBe(0);
  });
});
