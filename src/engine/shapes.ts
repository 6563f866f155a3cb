/**
 * Peers of rules as shapes: the zones they hold whole, and a list of the blocks they hold elsewhere. What a rule about
 * everyone means is then said in one number, and only what tells peers apart is a list.
 */

import type { BlockList, BlockLists } from './block-lists.ts';
import type { Node } from './node.ts';
import type { NodeSet } from './node-set.ts';
import type { Blocks } from './partition.ts';
import { ZONES, zoneOf } from './zones.ts';

export interface Shape {
  /** Bit `z` is set where all of zone `z` is in it. */
  readonly zones: number;
  /** The blocks in it that are in no such zone. */
  readonly blocks: BlockList;
}

export class Shapes {
  readonly #lists: BlockLists;
  readonly zoneOfBlock: Uint8Array;
  readonly #blocksIn = new Int32Array(ZONES);
  readonly #known = new Map<NodeSet, Shape>();

  constructor(blocks: Blocks, lists: BlockLists, nodes: readonly Node[]) {
    this.#lists = lists;
    this.zoneOfBlock = new Uint8Array(blocks.count);
    for (const [i, block] of blocks.of.entries()) this.zoneOfBlock[block] = zoneOf(nodes[i] as Node);
    for (const zone of this.zoneOfBlock) this.#blocksIn[zone] = (this.#blocksIn[zone] as number) + 1;
  }

  of(set: NodeSet): Shape {
    const known = this.#known.get(set);
    if (known) return known;
    const made = this.#shape(this.#lists.of(set));
    this.#known.set(set, made);
    return made;
  }

  #shape(blocks: BlockList): Shape {
    const found = new Int32Array(ZONES);
    for (const block of blocks) {
      const zone = this.zoneOfBlock[block] as number;
      found[zone] = (found[zone] as number) + 1;
    }
    let zones = 0;
    for (let zone = 0; zone < ZONES; zone++) {
      if (found[zone] !== 0 && found[zone] === this.#blocksIn[zone]) zones |= 1 << zone;
    }
    return zones === 0 ? { zones, blocks } : { zones, blocks: blocks.filter((block) => !this.isIn(zones, block)) };
  }

  /** Whether a block lies in one of some zones. */
  isIn(zones: number, block: number): boolean {
    return (zones & (1 << (this.zoneOfBlock[block] as number))) !== 0;
  }
}
