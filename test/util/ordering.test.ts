import { describe, expect, it } from 'vitest';
import { byKeys, entryOf, present } from '../../src/util/ordering.ts';

describe('an order by keys', () => {
  it('is by the first key that differs, text by code unit and numbers by size', () => {
    const rows = [
      { name: 'b', size: 10 },
      { name: 'a', size: 9 },
      { name: 'a', size: 10 },
      { name: 'B', size: 1 },
    ];
    const sorted = rows.toSorted(
      byKeys(
        (r) => r.name,
        (r) => r.size,
      ),
    );
    expect(sorted.map((r) => `${r.name}${r.size}`)).toEqual(['B1', 'a9', 'a10', 'b10']);
  });

  it('leaves rows with equal keys as they were', () => {
    const rows = [
      ['x', 1],
      ['x', 2],
    ] as const;
    expect(rows.toSorted(byKeys(([key]) => key))).toEqual(rows);
  });
});

describe('an entry', () => {
  it('is made once', () => {
    const map = new Map<string, object>();
    let made = 0;
    const make = () => ({ made: ++made });
    expect(entryOf(map, 'a', make)).toBe(entryOf(map, 'a', make));
    expect(entryOf(map, 'b', make)).toEqual({ made: 2 });
  });
});

describe('what is there of a list', () => {
  it('is the list itself where nothing is missing', () => {
    const whole = [{ a: 1 }, { a: 2 }];
    expect(present(whole)).toBe(whole);
    expect(present([{ a: 1 }, undefined])).toEqual([{ a: 1 }]);
  });
});
