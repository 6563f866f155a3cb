import { describe, expect, it } from 'vitest';
import { SharedLists } from '../../src/util/shared-lists.ts';

interface Item {
  readonly name: string | undefined;
  readonly port: number | string;
}

const item = (name: string | undefined, port: number | string): Item => ({ name, port });
const lists = () => new SharedLists<Item>(({ name, port }) => [name, port]);

describe('lists that are shared', () => {
  it('are one where their items are equal', () => {
    const shared = lists();
    const first = shared.of([item('a', 1), item(undefined, 2)]);
    expect(first).toEqual([item('a', 1), item(undefined, 2)]);
    expect(shared.of([item('a', 1), item(undefined, 2)])).toBe(first);
    expect(shared.of([])).toBe(shared.of([]));
  });

  it('are several where anything differs', () => {
    const shared = lists();
    const different: Item[][] = [
      [item('a', 1)],
      [item('a', '1')],
      [item('a', '1,')],
      [item('', 1)],
      [item(undefined, 1)],
      [item('undefined', 1)],
      [item('1:a', 1)],
      [item('a', 1), item('a', 1)],
      [item('a', 11)],
    ];
    const made = different.map((list) => shared.of(list));
    expect(new Set(made).size).toBe(different.length);
    expect(made).toEqual(different);
  });
});
