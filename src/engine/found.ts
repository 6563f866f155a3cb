/** What was found for some blocks, the others having what is said in general: an array, and the list to undo it by. */

const NOTHING = -1;

export class Found {
  /** By block; -1 where nothing was found. */
  readonly values: Int32Array;
  /** The first `count` are the blocks for which something was found, in no order. */
  readonly blocks: Int32Array;
  count = 0;

  constructor(blocks: number) {
    this.values = new Int32Array(blocks).fill(NOTHING);
    this.blocks = new Int32Array(blocks);
  }

  set(block: number, value: number): void {
    if (this.values[block] === NOTHING) this.blocks[this.count++] = block;
    this.values[block] = value;
  }

  clear(): void {
    for (let i = 0; i < this.count; i++) this.values[this.blocks[i] as number] = NOTHING;
    this.count = 0;
  }
}
