/**
 * Sets of nodes as shapes on a space: the zones they hold whole, and a list of the blocks they hold elsewhere. What a
 * rule about everyone means is then said in one number, and only what tells peers apart is a list. Shapes are numbers,
 * and their lists lie in one typed array.
 */

import type { NodeSet } from './node-set.ts';
import { NumberPool, type Numbers } from './number-pool.ts';
import type { Space } from './space.ts';
import { UNPLACED, ZONES } from './zones.ts';

/** The number of a shape; the first is nothing. */
export type Shape = number;
const NOTHING: Shape = 0;

export class Shapes {
  readonly space: Space;
  /** By shape: bit `z` is set where all of zone `z` is in it; where the blocks begin that are in no such zone, and how many. */
  readonly zones: number[] = [];
  readonly starts: number[] = [];
  readonly sizes: number[] = [];
  readonly #lists: NumberPool;
  /** By the number of the set; -1 where it has not been asked about. */
  readonly #bySet: Int32Array;
  readonly #isPeer: boolean;
  readonly #blocksIn = new Int32Array(ZONES);
  /** Scratch. */
  readonly #members: Int32Array;
  readonly #blocks: Int32Array;
  readonly #inZone = new Int32Array(ZONES);
  /** The last set in which a block was seen. */
  readonly #seen: Int32Array;
  #stamp = 0;

  /** Subjects are listed, and no policy is about a controller whose place is not known. `sets`: how many there are. */
  constructor(space: Space, role: 'subject' | 'peer', sets: number) {
    this.space = space;
    this.#isPeer = role === 'peer';
    this.#bySet = new Int32Array(sets).fill(-1);
    this.#lists = new NumberPool(space.count);
    this.#members = new Int32Array(space.of.length);
    this.#blocks = new Int32Array(space.count);
    this.#seen = new Int32Array(space.count);
    for (let block = 0; block < space.count; block++) {
      const zone = space.zones[block] as number;
      this.#blocksIn[zone] = (this.#blocksIn[zone] as number) + 1;
    }
    this.add(this.#blocks, 0);
  }

  get count(): number {
    return this.starts.length;
  }

  /** The lists of all shapes; it is another one after a shape was added. */
  get items(): Numbers {
    return this.#lists.items;
  }

  isNothing(shape: Shape): boolean {
    return this.sizes[shape] === 0 && this.zones[shape] === 0;
  }

  of(set: NodeSet): Shape {
    const known = this.#bySet[set.id] as number;
    if (known >= 0) return known;
    const made = set.size === 0 ? NOTHING : this.#lay(set);
    this.#bySet[set.id] = made;
    return made;
  }

  /** A shape of the first `size` of some blocks, and of no zone. */
  add(blocks: ArrayLike<number>, size: number, zones = 0): Shape {
    this.zones.push(zones);
    this.sizes.push(size);
    return this.starts.push(this.#lists.add(blocks, size)) - 1;
  }

  #lay(set: NodeSet): Shape {
    const size = set.read(this.#members);
    const { of, zones: zoneOf } = this.space;
    const members = this.#members;
    const blocks = this.#blocks;
    const seen = this.#seen;
    const inZone = this.#inZone.fill(0);
    const stamp = ++this.#stamp;
    let count = 0;
    for (let i = 0; i < size; i++) {
      const block = of[members[i] as number] as number;
      if (seen[block] === stamp) continue;
      seen[block] = stamp;
      const zone = zoneOf[block] as number;
      if (zone === UNPLACED && !this.#isPeer) continue;
      inZone[zone] = (inZone[zone] as number) + 1;
      blocks[count++] = block;
    }
    const whole = this.#isPeer ? this.#wholeZones() : 0;
    return this.add(blocks, whole === 0 ? count : this.#leaveOut(whole, count), whole);
  }

  #wholeZones(): number {
    let zones = 0;
    for (let zone = 0; zone < ZONES; zone++) {
      if (this.#inZone[zone] !== 0 && this.#inZone[zone] === this.#blocksIn[zone]) zones |= 1 << zone;
    }
    return zones;
  }

  /** Of the blocks found, those in no such zone. */
  #leaveOut(zones: number, count: number): number {
    let left = 0;
    for (let i = 0; i < count; i++) {
      const block = this.#blocks[i] as number;
      if ((zones & (1 << (this.space.zones[block] as number))) === 0) this.#blocks[left++] = block;
    }
    return left;
  }
}
