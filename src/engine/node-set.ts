/**
 * Sets of node numbers, kept in the smallest of three forms: the list of members, the list of those missing, or a
 * bitmap. A cluster has thousands of selectors, most of which mean a handful of pods, and a few nearly all.
 */

import type { Match } from '../policy/selector.ts';
import { addBits, type Bits, hasBit, readBits, setBit } from './bits.ts';
import type { NumberPool } from './number-pool.ts';

export type Form = 'members' | 'missing' | 'bits';

export class NodeSet implements Membership {
  /** Its number among the sets it was interned with. */
  readonly id: number;
  /** How many nodes there are at all. */
  readonly universe: number;
  readonly size: number;
  readonly #form: Form;
  readonly #lists: NumberPool;
  /** Where its list begins. */
  readonly #start: number;
  readonly #bits: Bits | undefined;

  constructor(id: number, { universe, size, form, lists, start, bits }: Parts) {
    this.id = id;
    this.universe = universe;
    this.size = size;
    this.#form = form;
    this.#lists = lists;
    this.#start = start;
    this.#bits = bits;
  }

  /** As who belongs: surely, all of its members, for most selectors leave nothing in doubt. */
  get sure(): NodeSet {
    return this;
  }

  /** How long its list is. */
  get #length(): number {
    return this.#form === 'members' ? this.size : this.universe - this.size;
  }

  get bytes(): number {
    return this.#bits ? this.#bits.byteLength : this.#length * this.#lists.width;
  }

  has(node: number): boolean {
    if (this.#bits) return hasBit(this.#bits, node);
    const items = this.#lists.items;
    let low = this.#start;
    const end = low + this.#length;
    let high = end;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((items[middle] as number) < node) low = middle + 1;
      else high = middle;
    }
    return (low < end && items[low] === node) === (this.#form === 'members');
  }

  /** Writes the members into `out` in ascending order; gives back how many there are. */
  read(out: Int32Array): number {
    if (this.#bits) return readBits(this.#bits, out);
    const items = this.#lists.items;
    const start = this.#start;
    if (this.#form === 'members') {
      for (let i = 0; i < this.size; i++) out[i] = items[start + i] as number;
      return this.size;
    }
    let next = 0;
    let count = 0;
    for (let at = start; at < start + this.#length; at++) {
      const gap = items[at] as number;
      while (next < gap) out[count++] = next++;
      next++;
    }
    while (next < this.universe) out[count++] = next++;
    return count;
  }

  /** Adds the members to a bitmap. */
  addTo(bits: Bits): void {
    if (this.#bits) {
      addBits(bits, this.#bits);
      return;
    }
    const items = this.#lists.items;
    const end = this.#start + this.#length;
    if (this.#form === 'members') {
      for (let at = this.#start; at < end; at++) setBit(bits, items[at] as number);
      return;
    }
    let next = 0;
    for (let at = this.#start; at < end; at++) {
      while (next < (items[at] as number)) setBit(bits, next++);
      next++;
    }
    while (next < this.universe) setBit(bits, next++);
  }
}

export interface Parts {
  readonly universe: number;
  readonly size: number;
  readonly form: Form;
  readonly lists: NumberPool;
  readonly start: number;
  readonly bits: Bits | undefined;
}

/** Nodes that surely belong, and those of which it is not known; disjoint. */
export interface Membership {
  readonly sure: NodeSet;
  readonly maybe?: NodeSet;
}

export function membershipOf(membership: Membership, node: number): Match {
  if (membership.sure.has(node)) return 'yes';
  return membership.maybe?.has(node) ? 'maybe' : 'no';
}
