import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasBit } from '../../src/engine/bits.ts';
import { LabelIndex } from '../../src/engine/label-index.ts';
import { type Labels, OpenLabels } from '../../src/policy/labels.ts';
import { allOf, exists, isIn, matches, not, type Predicate } from '../../src/policy/selector.ts';

const KEYS = ['app', 'tier', '__proto__'];
const VALUES = ['a', 'b', ''];
const entries = fc.array(fc.tuple(fc.constantFrom(...KEYS), fc.option(fc.constantFrom(...VALUES))), { maxLength: 3 });
const labels = fc
  .tuple(entries, fc.boolean())
  .map(([list, open]): Labels => (open ? new OpenLabels(list) : new Map(list)));
const requirement = fc.oneof(
  fc.tuple(fc.constantFrom(...KEYS), fc.subarray(VALUES)).map(([key, values]) => isIn(key, values)),
  fc.constantFrom(...KEYS).map(exists),
);
const predicate: fc.Arbitrary<Predicate> = fc.letrec<{ predicate: Predicate }>((tie) => ({
  predicate: fc.oneof(
    { maxDepth: 3 },
    requirement,
    tie('predicate').map(not),
    fc.array(tie('predicate'), { maxLength: 3 }).map(allOf),
  ),
})).predicate;

describe('an index of labels', () => {
  it('knows who surely and who possibly meets a predicate', () => {
    fc.assert(
      fc.property(fc.array(labels, { minLength: 1, maxLength: 40 }), predicate, (items, asked) => {
        const { sure, possible } = new LabelIndex(items).bits(asked);
        items.forEach((item, i) => {
          const match = matches(asked, item);
          expect(hasBit(sure, i)).toBe(match === 'yes');
          expect(hasBit(possible, i)).toBe(match !== 'no');
        });
      }),
      { numRuns: 300 },
    );
  });

  it('names every candidate where it names any, in ascending order', () => {
    fc.assert(
      fc.property(fc.array(labels, { minLength: 100, maxLength: 200 }), predicate, (items, asked) => {
        const candidates = new LabelIndex(items).candidates(asked);
        if (!candidates) return;
        expect([...candidates].sort((a, b) => a - b)).toEqual(candidates);
        items.forEach((item, i) => {
          if (matches(asked, item) !== 'no') expect(candidates).toContain(i);
        });
      }),
      { numRuns: 100 },
    );
  });

  it('narrows neighbours down to some that hold every one who may meet a predicate, in ascending order', () => {
    const range = fc.tuple(fc.nat({ max: 30 }), fc.nat({ max: 9 }));
    fc.assert(
      fc.property(
        fc.array(labels, { minLength: 40, maxLength: 40 }),
        predicate,
        range,
        (items, asked, [first, more]) => {
          const few = Array.from({ length: more + 1 }, (_, i) => first + i);
          const narrowed = new LabelIndex(items).narrow(asked, few);
          expect(narrowed).toEqual(few.filter((i) => narrowed.includes(i)));
          for (const i of few) if (matches(asked, items[i] ?? new Map()) !== 'no') expect(narrowed).toContain(i);
        },
      ),
      { numRuns: 200 },
    );
  });
});
