/** Sets of nodes as lists of blocks: a set that a partition was refined by is a union of its blocks. */

import { members } from './bits.ts';
import type { Blocks } from './classes.ts';
import type { Membership } from './membership.ts';

export class BlockIndex {
  readonly #blocks: Blocks;
  readonly #sure = new Map<Membership, readonly number[]>();
  readonly #maybe = new Map<Membership, readonly number[]>();

  constructor(blocks: Blocks) {
    this.#blocks = blocks;
  }

  /** The blocks of the nodes that surely belong. */
  sure(membership: Membership): readonly number[] {
    return this.#list(this.#sure, membership, membership.sure);
  }

  /** The blocks of the nodes of which it is not known. */
  maybe(membership: Membership): readonly number[] {
    return membership.maybe ? this.#list(this.#maybe, membership, membership.maybe) : [];
  }

  #list(
    known: Map<Membership, readonly number[]>,
    membership: Membership,
    bits: Membership['sure'],
  ): readonly number[] {
    const before = known.get(membership);
    if (before) return before;
    const blocks = new Set<number>();
    for (const node of members(bits)) blocks.add(this.#blocks.of[node] ?? 0);
    const list = [...blocks];
    known.set(membership, list);
    return list;
  }
}
