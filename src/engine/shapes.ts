/**
 * Peers of rules as shapes: the zones they hold whole, and a list of the blocks they hold elsewhere. What a rule about
 * everyone means is then said in one number, and only what tells peers apart is a list.
 */

import { entryOf } from '../util/ordering.ts';
import type { BlockList, BlockLists } from './block-lists.ts';
import type { Step } from './effects.ts';
import type { NamedStep, NamedSteps } from './named-steps.ts';
import type { Node } from './node.ts';
import type { NodeSet } from './node-set.ts';
import type { Blocks } from './partition.ts';
import { ZONES, zoneOf } from './zones.ts';

/** One list, so that what is kept by list is kept once. */
const NO_BLOCKS: readonly number[] = [];

export interface Shape {
  /** Bit `z` is set where all of zone `z` is in it. */
  readonly zones: number;
  /** The blocks in it that are in no such zone. */
  readonly blocks: BlockList;
}

/** What is done to the blocks of a part of a shape. */
export interface ShapePart {
  readonly step: Step;
  readonly shape: Shape;
}

export class Shapes {
  readonly #lists: BlockLists;
  readonly zoneOfBlock: Uint8Array;
  readonly #blocksIn = new Int32Array(ZONES);
  readonly #found = new Int32Array(ZONES);
  readonly #known = new Map<NodeSet, Shape>();
  readonly #parts = new Map<NamedStep, Map<BlockList, Map<number, readonly ShapePart[]>>>();

  constructor(blocks: Blocks, lists: BlockLists, nodes: readonly Node[]) {
    this.#lists = lists;
    this.zoneOfBlock = new Uint8Array(blocks.count);
    for (let i = 0; i < nodes.length; i++) this.zoneOfBlock[blocks.of[i] as number] = zoneOf(nodes[i] as Node);
    for (const zone of this.zoneOfBlock) this.#blocksIn[zone] = (this.#blocksIn[zone] as number) + 1;
  }

  of(set: NodeSet): Shape {
    const known = this.#known.get(set);
    if (known) return known;
    const made = this.#shape(this.#lists.of(set));
    this.#known.set(set, made);
    return made;
  }

  /**
   * A shape split by what port names mean at its blocks. A zone is no whole any more then: the blocks in it where a name
   * means something are listed.
   */
  parts({ zones, blocks }: Shape, named: NamedStep, steps: NamedSteps): readonly ShapePart[] {
    const known = this.#parts.get(named) ?? new Map<BlockList, Map<number, readonly ShapePart[]>>();
    this.#parts.set(named, known);
    const ofBlocks = entryOf(known, blocks, () => new Map<number, readonly ShapePart[]>());
    return entryOf(ofBlocks, zones, () => {
      const whole = zones === 0 ? NO_BLOCKS : steps.destinations(named).filter((block) => this.isIn(zones, block));
      const all = whole.length === 0 ? blocks : [...blocks, ...whole];
      return steps.split(named, all).map((part) => ({ step: part.step, shape: { zones: 0, blocks: part.blocks } }));
    });
  }

  #shape(blocks: BlockList): Shape {
    const found = this.#found.fill(0);
    for (let i = 0; i < blocks.length; i++) {
      const zone = this.zoneOfBlock[blocks[i] as number] as number;
      found[zone] = (found[zone] as number) + 1;
    }
    let zones = 0;
    for (let zone = 0; zone < ZONES; zone++) {
      if (found[zone] !== 0 && found[zone] === this.#blocksIn[zone]) zones |= 1 << zone;
    }
    if (zones === 0) return { zones, blocks };
    const others = blocks.filter((block) => !this.isIn(zones, block));
    return { zones, blocks: others.length === 0 ? NO_BLOCKS : others };
  }

  /** Whether a block lies in one of some zones. */
  isIn(zones: number, block: number): boolean {
    return (zones & (1 << (this.zoneOfBlock[block] as number))) !== 0;
  }
}
