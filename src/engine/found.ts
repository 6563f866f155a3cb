/** Kernel: what was found for some blocks, the others having what is said in general, and the list to undo it by. */

import { type Numbers, numbersBelow } from './number-pool.ts';

export class Found {
  /** By block: 1 where something was found. It is small, and looked at far more often than the values. */
  readonly isFound: Uint8Array;
  /** By block, where something was found. */
  readonly values: Int32Array;
  /** The first `count` are the blocks for which something was found, in no order. */
  readonly blocks: Numbers;
  count = 0;

  constructor(blocks: number) {
    this.isFound = new Uint8Array(blocks);
    this.values = new Int32Array(blocks);
    this.blocks = numbersBelow(blocks, blocks);
  }

  set(block: number, value: number): void {
    if (this.isFound[block] === 0) {
      this.isFound[block] = 1;
      this.blocks[this.count++] = block;
    }
    this.values[block] = value;
  }

  /** Finds something, whatever it is, wherever another has. */
  addBlocks({ blocks, count }: Found): void {
    for (let i = 0; i < count; i++) this.set(blocks[i] as number, 0);
  }

  clear(): void {
    for (let i = 0; i < this.count; i++) this.isFound[this.blocks[i] as number] = 0;
    this.count = 0;
  }
}
