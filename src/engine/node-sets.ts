/**
 * Interned sets of nodes: equal ones are one object with one number, so that what is worked out about a set is worked out
 * once.
 */

import { type Bits, countBits, emptyBits, hasBit, readBits, setBit } from './bits.ts';
import { type Form, NodeSet } from './node-set.ts';
import { NumberPool } from './number-pool.ts';
import { hashOf } from './tuples.ts';

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
    for (let id = 0; id < this.#hashes.length; id++) {
      let at = (this.#hashes[id] as number) & mask;
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

/** Whether a list takes less room than a bitmap. */
function isShort(size: number, universe: number): boolean {
  return size * (universe <= 65536 ? 16 : 32) <= universe;
}
