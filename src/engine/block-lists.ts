/** Sets of nodes as lists of blocks: a set that a partition was refined by is a union of its blocks. */

import type { NodeSet } from './node-set.ts';
import type { Blocks } from './partition.ts';

/** Block numbers, each once. */
export type BlockList = readonly number[] | Uint32Array;

const NEVER = -1;

export class BlockLists {
  readonly #blocks: Blocks;
  readonly #known = new Map<NodeSet, BlockList>();
  readonly #members: Int32Array;
  readonly #found: Int32Array;
  /** The last set in which a block was seen. */
  readonly #seen: Int32Array;
  #sets = 0;

  /** `left` are blocks that are left out of every list. */
  constructor(blocks: Blocks, left: Iterable<number> = []) {
    this.#blocks = blocks;
    this.#members = new Int32Array(blocks.of.length);
    this.#found = new Int32Array(blocks.count);
    this.#seen = new Int32Array(blocks.count);
    for (const block of left) this.#seen[block] = NEVER;
  }

  of(set: NodeSet): BlockList {
    const known = this.#known.get(set);
    if (known) return known;
    const size = set.read(this.#members);
    const stamp = ++this.#sets;
    let count = 0;
    for (let i = 0; i < size; i++) {
      const block = this.#blocks.of[this.#members[i] as number] as number;
      const seen = this.#seen[block] as number;
      if (seen === stamp || seen === NEVER) continue;
      this.#seen[block] = stamp;
      this.#found[count++] = block;
    }
    const list = listOf(this.#found, count);
    this.#known.set(set, list);
    return list;
  }
}

/** A handful of numbers is smaller and made faster as a plain list. */
const FEW = 24;

function listOf(found: Int32Array, count: number): BlockList {
  if (count > FEW) return new Uint32Array(found.subarray(0, count));
  const list = new Array<number>(count);
  for (let i = 0; i < count; i++) list[i] = found[i] as number;
  return list;
}
