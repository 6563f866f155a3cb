/** A tier with an order as rows: what its blocks say of the blocks of a source and of each destination class. */

import { BlockMap } from './block-map.ts';
import { Clauses, type Spaces } from './clauses.ts';
import { PASSED } from './effects.ts';
import { asNumbersBelow, type Numbers } from './number-pool.ts';
import { type OrderedCells, orderedCells } from './ordered-cells.ts';
import type { Shared } from './shared.ts';
import { type Space, spaceOf } from './space.ts';
import type { TierSide } from './tier-side.ts';
import type { TierTable } from './tier-table.ts';

export class OrderedTier implements TierTable {
  readonly finding: undefined;
  readonly bases: Int32Array;
  readonly keys: Numbers;
  baseKey = -1;
  isSilent = false;
  readonly #cells: OrderedCells;
  readonly #isEgress: boolean;
  readonly #zoneOfBlock: Uint8Array;
  readonly #zoneOfPeer: Uint8Array;
  /** Of each source class, its block, and of each block of sources the pairs for which something is found. */
  readonly #blockOf: Int32Array;
  readonly #pairs: BlockMap;

  constructor(clauses: Clauses, { sources, destinations }: Spaces, shared: Shared) {
    const own = { sources: clauses.sources.space, destinations: clauses.destinations.space };
    this.#cells = orderedCells(clauses, shared.effects);
    this.#isEgress = clauses.side.direction === 'egress';
    this.#zoneOfBlock = own.sources.zones;
    this.#zoneOfPeer = own.destinations.zones;
    this.#blockOf = blocksOf(sources, own.sources);
    this.keys = asNumbersBelow(own.destinations.count, blocksOf(destinations, own.destinations));
    this.bases = new Int32Array(own.destinations.count);
    const { subjects, peers } = this.#cells;
    this.#pairs = BlockMap.keysOf(this.#isEgress ? subjects : peers, own.sources.count);
  }

  parts(): Numbers {
    return this.keys;
  }

  /** Neighbours share their block. */
  seek(source: number): void {
    const block = this.#blockOf[source] as number;
    if (this.baseKey === block) return;
    this.baseKey = block;
    const { base, subjects, peers, effects } = this.#cells;
    if (!this.#isEgress) this.bases.set(base[this.#zoneOfBlock[block] as number] as Int32Array);
    else
      this.#zoneOfPeer.forEach((zone, peer) => {
        this.bases[peer] = (base[zone] as Int32Array)[block] as number;
      });
    const others = this.#isEgress ? peers : subjects;
    for (const pair of this.#pairs.of(block)) this.bases[others[pair] as number] = effects[pair] as number;
    this.isSilent = this.bases.every((effect) => effect === PASSED);
  }
}

/** The clauses of a tier on the blocks that its own rules tell apart. */
export function ownClauses(side: TierSide, shared: Shared): Clauses {
  const own = side.ownBlocks(shared);
  const [subjects, peers] = [spaceOf(own.subjects, shared.zones), spaceOf(own.peers, shared.zones)];
  const isEgress = side.direction === 'egress';
  const spaces = isEgress ? { sources: subjects, destinations: peers } : { sources: peers, destinations: subjects };
  return new Clauses(side, spaces, shared);
}

/** Of each class, the block that holds it. */
function blocksOf(classes: Space, blocks: Space): Int32Array {
  const found = new Int32Array(classes.count);
  for (let node = 0; node < classes.of.length; node++) {
    found[classes.of[node] as number] = blocks.of[node] as number;
  }
  return found;
}
