/** From numbers to lists of numbers, in two typed arrays; kernels walk them without making views. */

import { type Numbers, numbersBelow } from './number-pool.ts';

/** Lists of numbers by number: each begins in `items` at its start, and is as long as its size. */
export interface Lists {
  readonly starts: ArrayLike<number>;
  readonly sizes: ArrayLike<number>;
  readonly items: ArrayLike<number>;
}

export class BlockMap {
  /** The list of `key` lies in `items` from `starts[key]` up to `starts[key + 1]`. */
  readonly starts: Int32Array;
  readonly items: Numbers;

  private constructor(starts: Int32Array, items: Numbers) {
    this.starts = starts;
    this.items = items;
  }

  /** Which lists an item is in; items are below `count`. */
  static inverse({ starts: from, sizes, items: given }: Lists, count: number): BlockMap {
    const starts = new Int32Array(count + 1);
    for (let key = 0; key < sizes.length; key++) {
      const end = (from[key] as number) + (sizes[key] as number);
      for (let at = from[key] as number; at < end; at++) bump(starts, (given[at] as number) + 1);
    }
    for (let item = 0; item < count; item++) starts[item + 1] = (starts[item + 1] as number) + (starts[item] as number);
    const next = starts.slice(0, count);
    const items = numbersBelow(sizes.length, starts[count] as number);
    for (let key = 0; key < sizes.length; key++) {
      const end = (from[key] as number) + (sizes[key] as number);
      for (let at = from[key] as number; at < end; at++) items[bump(next, given[at] as number)] = key;
    }
    return new BlockMap(starts, items);
  }

  /** Which keys have an item, where every key has one, or none when it is negative; items are below `count`. */
  static keysOf(itemOf: ArrayLike<number>, count: number): BlockMap {
    const starts = new Int32Array(count + 1);
    for (let key = 0; key < itemOf.length; key++) {
      if ((itemOf[key] as number) >= 0) bump(starts, (itemOf[key] as number) + 1);
    }
    for (let item = 0; item < count; item++) starts[item + 1] = (starts[item + 1] as number) + (starts[item] as number);
    const next = starts.slice(0, count);
    const items = numbersBelow(itemOf.length, starts[count] as number);
    for (let key = 0; key < itemOf.length; key++) {
      if ((itemOf[key] as number) >= 0) items[bump(next, itemOf[key] as number)] = key;
    }
    return new BlockMap(starts, items);
  }

  /** The list of a key. */
  of(key: number): Numbers {
    return this.items.subarray(this.starts[key], this.starts[key + 1]);
  }
}

/** Adds one at a place, and gives back what was there. */
function bump(counts: Int32Array, at: number): number {
  const before = counts[at] as number;
  counts[at] = before + 1;
  return before;
}
