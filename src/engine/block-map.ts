/** From numbers to lists of numbers, in two typed arrays; kernels walk them without making views. */

export class BlockMap {
  /** The list of `key` lies in `items` from `starts[key]` up to `starts[key + 1]`. */
  readonly starts: Int32Array;
  readonly items: Int32Array;

  /** `each` tells every pair of a key and an item, twice the same. */
  constructor(keys: number, each: (tell: (key: number, item: number) => void) => void) {
    this.starts = new Int32Array(keys + 1);
    each((key) => {
      this.starts[key + 1] = (this.starts[key + 1] as number) + 1;
    });
    for (let key = 0; key < keys; key++) {
      this.starts[key + 1] = (this.starts[key + 1] as number) + (this.starts[key] as number);
    }
    const next = this.starts.slice(0, keys);
    this.items = new Int32Array(this.starts[keys] as number);
    each((key, item) => {
      const at = next[key] as number;
      this.items[at] = item;
      next[key] = at + 1;
    });
  }

  /** In the order in which they were told. */
  of(key: number): Int32Array {
    return this.items.subarray(this.starts[key], this.starts[key + 1]);
  }
}
