import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutPage } from '../../src/operations/page.ts';
import { ProblemError } from '../../src/util/problem.ts';

const ITEMS = ['a', 'b', 'c', 'd', 'e'];

describe('a page', () => {
  it('is the whole list where no limit is given', () => {
    expect(cutPage(ITEMS, {})).toEqual({ items: ITEMS });
  });

  it('leads to the next, and the last leads nowhere', () => {
    const first = cutPage(ITEMS, { limit: 3 });
    expect(first.items).toEqual(['a', 'b', 'c']);
    expect(cutPage(ITEMS, { limit: 3, cursor: first.next })).toEqual({ items: ['d', 'e'] });
  });

  it('may be followed by the whole rest', () => {
    const { next } = cutPage(ITEMS, { limit: 1 });
    expect(cutPage(ITEMS, { cursor: next })).toEqual({ items: ['b', 'c', 'd', 'e'] });
  });

  it('as long as the list is the last', () => {
    expect(cutPage(ITEMS, { limit: 5 })).toEqual({ items: ITEMS });
    expect(cutPage([], { limit: 5 })).toEqual({ items: [] });
  });

  it('after page gives every item once, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), fc.integer({ min: 1, max: 7 }), (items, limit) => {
        const seen: number[] = [];
        let cursor: string | undefined;
        do {
          const page = cutPage(items, { limit, cursor });
          seen.push(...page.items);
          cursor = page.next;
        } while (cursor !== undefined);
        expect(seen).toEqual(items);
      }),
    );
  });

  it.each(['', 'x', '3', '3-', '-5', '3-4', '6-5', '-1-5', '1.5-5', 'NaN-5'])('of cursor %j is refused', (cursor) => {
    expect(() => cutPage(ITEMS, { limit: 1, cursor })).toThrow(ProblemError);
  });
});
