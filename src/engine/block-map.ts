/** From numbers to lists of numbers, in two typed arrays; kernels walk them without making views. */

export class BlockMap {
  /** The list of `key` lies in `items` from `starts[key]` up to `starts[key + 1]`. */
  readonly starts: Int32Array;
  readonly items: Int32Array;

  private constructor(starts: Int32Array, items: Int32Array) {
    this.starts = starts;
    this.items = items;
  }

  /** The lists themselves, the first for key 0. */
  static of(lists: readonly ArrayLike<number>[]): BlockMap {
    const starts = new Int32Array(lists.length + 1);
    for (let key = 0; key < lists.length; key++)
      starts[key + 1] = (starts[key] as number) + (lists[key] as ArrayLike<number>).length;
    const items = new Int32Array(starts[lists.length] as number);
    for (let key = 0; key < lists.length; key++) items.set(lists[key] as ArrayLike<number>, starts[key]);
    return new BlockMap(starts, items);
  }

  /** Which lists an item is in; items are below `count`. */
  static inverse(lists: readonly ArrayLike<number>[], count: number): BlockMap {
    const starts = new Int32Array(count + 1);
    for (const list of lists) for (let i = 0; i < list.length; i++) bump(starts, (list[i] as number) + 1);
    for (let item = 0; item < count; item++) starts[item + 1] = (starts[item + 1] as number) + (starts[item] as number);
    const next = starts.slice(0, count);
    const items = new Int32Array(starts[count] as number);
    for (let key = 0; key < lists.length; key++) {
      const list = lists[key] as ArrayLike<number>;
      for (let i = 0; i < list.length; i++) items[bump(next, list[i] as number)] = key;
    }
    return new BlockMap(starts, items);
  }

  /** Which keys have an item, where every key has one; items are below `count`. */
  static keysOf(itemOf: Int32Array, count: number): BlockMap {
    const starts = new Int32Array(count + 1);
    for (let key = 0; key < itemOf.length; key++) bump(starts, (itemOf[key] as number) + 1);
    for (let item = 0; item < count; item++) starts[item + 1] = (starts[item + 1] as number) + (starts[item] as number);
    const next = starts.slice(0, count);
    const items = new Int32Array(itemOf.length);
    for (let key = 0; key < itemOf.length; key++) items[bump(next, itemOf[key] as number)] = key;
    return new BlockMap(starts, items);
  }

  /** The list of a key. */
  of(key: number): Int32Array {
    return this.items.subarray(this.starts[key], this.starts[key + 1]);
  }
}

/** Adds one at a place, and gives back what was there. */
function bump(counts: Int32Array, at: number): number {
  const before = counts[at] as number;
  counts[at] = before + 1;
  return before;
}
