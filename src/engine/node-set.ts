/**
 * Sets of node numbers, kept in the smallest of three forms: the list of members, the list of those missing, or a
 * bitmap. A cluster has thousands of selectors, most of which mean a handful of pods, and a few nearly all. Sets are
 * interned: equal ones are one object with one number, so that what is worked out about a set is worked out once.
 */

import type { Match } from '../policy/selector.ts';
import { type Bits, countBits, emptyBits, hasBit, readBits, setBit } from './bits.ts';
import { NumberPool } from './number-pool.ts';
import { hashOf } from './tuples.ts';

type Form = 'members' | 'missing' | 'bits';

export class NodeSet {
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
    const own = this.#bits;
    if (own) {
      for (let word = 0; word < bits.length; word++) bits[word] = (bits[word] as number) | (own[word] as number);
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

interface Parts {
  readonly universe: number;
  readonly size: number;
  readonly form: Form;
  readonly lists: NumberPool;
  readonly start: number;
  readonly bits: Bits | undefined;
}

/** Interns sets of the nodes below a number. */
export class NodeSets {
  readonly #universe: number;
  readonly #lists: NumberPool;
  readonly #sets: NodeSet[] = [];
  /** Their numbers by the hash of their content, each increased by one. */
  #slots = new Int32Array(1 << 10);
  readonly #hashes: number[] = [];
  /** Scratch. */
  readonly #bits: Bits;
  readonly #members: Int32Array;
  readonly #others: Int32Array;
  readonly nothing: NodeSet;
  readonly all: NodeSet;

  constructor(universe: number) {
    this.#universe = universe;
    this.#lists = new NumberPool(universe);
    this.#bits = emptyBits(universe);
    this.#members = new Int32Array(universe);
    this.#others = new Int32Array(universe);
    this.nothing = this.of([]);
    this.all = this.of(Array.from({ length: universe }, (_, node) => node));
  }

  get count(): number {
    return this.#sets.length;
  }

  /** `members` ascending, without repetitions; the first `size` of them. */
  of(members: ArrayLike<number>, size = members.length): NodeSet {
    if (isShort(size, this.#universe)) return this.#intern('members', members, size, size);
    this.#bits.fill(0);
    for (let i = 0; i < size; i++) setBit(this.#bits, members[i] as number);
    return this.#ofMany(this.#bits, size);
  }

  /** The bitmap stays its owner's. */
  ofBits(bits: Bits): NodeSet {
    const size = countBits(bits);
    if (!isShort(size, this.#universe)) return this.#ofMany(bits, size);
    readBits(bits, this.#members);
    return this.#intern('members', this.#members, size, size);
  }

  #ofMany(bits: Bits, size: number): NodeSet {
    if (!isShort(this.#universe - size, this.#universe)) return this.#intern('bits', bits, bits.length, size);
    let missing = 0;
    for (let i = 0; i < this.#universe; i++) if (!hasBit(bits, i)) this.#members[missing++] = i;
    return this.#intern('missing', this.#members, missing, size);
  }

  /** A set of `size` members by its content: a list of members or of what is missing, or the words of a bitmap. */
  #intern(form: Form, content: ArrayLike<number>, length: number, size: number): NodeSet {
    const hash = hashOf(content, 0, length) ^ size;
    const mask = this.#slots.length - 1;
    let at = hash & mask;
    for (; this.#slots[at] !== 0; at = (at + 1) & mask) {
      const known = this.#sets[(this.#slots[at] as number) - 1] as NodeSet;
      if (known.size === size && this.#isSame(known, form, content, length)) return known;
    }
    const made = this.#make(form, content, length, size);
    this.#hashes.push(hash);
    this.#slots[at] = this.#sets.push(made);
    if (this.#sets.length * 2 > mask) this.#rehash();
    return made;
  }

  #make(form: Form, content: ArrayLike<number>, length: number, size: number): NodeSet {
    const bits = form === 'bits' ? Uint32Array.from(content) : undefined;
    const start = bits ? 0 : this.#lists.add(content, length);
    return new NodeSet(this.#sets.length, { universe: this.#universe, size, form, lists: this.#lists, start, bits });
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (const [id, hash] of this.#hashes.entries()) {
      let at = hash & mask;
      while (slots[at] !== 0) at = (at + 1) & mask;
      slots[at] = id + 1;
    }
    this.#slots = slots;
  }

  /** Sets of one size have one form. */
  #isSame(set: NodeSet, form: Form, content: ArrayLike<number>, length: number): boolean {
    if (form !== 'members') {
      const bits = emptyBits(this.#universe);
      set.addTo(bits);
      for (let i = 0; i < length; i++) {
        if (form === 'bits' ? bits[i] !== content[i] : hasBit(bits, content[i] as number)) return false;
      }
      return true;
    }
    set.read(this.#others);
    for (let i = 0; i < length; i++) if (this.#others[i] !== content[i]) return false;
    return true;
  }
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

/** Whether a list takes less room than a bitmap. */
function isShort(size: number, universe: number): boolean {
  return size * (universe <= 65536 ? 16 : 32) <= universe;
}
