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

  it('asks no item for a label that it has not, however many labels are asked for', () => {
    let asked = 0;
    class Counted extends Map<string, string> {
      override get(key: string): string | undefined {
        asked++;
        return super.get(key);
      }
    }
    const items = Array.from({ length: 200 }, (_, i) => new Counted([[`own-${i}`, 'x']]));
    const index = new LabelIndex(items);
    for (let i = 0; i < 400; i++) index.bits(isIn(`own-${i}`, ['x']));
    expect(asked).toBe(items.length);
  });
});
