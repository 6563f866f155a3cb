/**
 * Sets of node numbers, kept in the smallest of three forms: the list of members, the list of those missing, or a
 * bitmap. A cluster has thousands of selectors, most of which mean a handful of pods, and a few nearly all.
 */

import type { Match } from '../policy/selector.ts';
import { type Bits, emptyBits, hasBit, setBit } from './bits.ts';

type List = readonly number[] | Uint16Array | Uint32Array;

type Form =
  | { readonly kind: 'members' | 'missing'; readonly list: List }
  | { readonly kind: 'bits'; readonly bits: Bits };

export class NodeSet {
  /** How many nodes there are at all. */
  readonly universe: number;
  readonly size: number;
  readonly #form: Form;

  private constructor(universe: number, size: number, form: Form) {
    this.universe = universe;
    this.size = size;
    this.#form = form;
  }

  /** `members` ascending, without repetitions. */
  static of(members: ArrayLike<number>, universe: number): NodeSet {
    const size = members.length;
    if (isShort(size, universe))
      return new NodeSet(universe, size, { kind: 'members', list: listOf(members, universe) });
    const bits = emptyBits(universe);
    for (let i = 0; i < size; i++) setBit(bits, members[i] as number);
    return NodeSet.#fromBits(bits, size, universe);
  }

  static fromBits(bits: Bits, universe: number): NodeSet {
    let size = 0;
    for (let word = 0; word < bits.length; word++) size += popCount(bits[word] as number);
    if (isShort(size, universe)) {
      const members = new Uint32Array(size);
      readBits(bits, members);
      return new NodeSet(universe, size, { kind: 'members', list: listOf(members, universe) });
    }
    return NodeSet.#fromBits(bits, size, universe);
  }

  /** Every node. */
  static all(universe: number): NodeSet {
    return new NodeSet(universe, universe, { kind: 'missing', list: new Uint16Array(0) });
  }

  static #fromBits(bits: Bits, size: number, universe: number): NodeSet {
    if (!isShort(universe - size, universe)) return new NodeSet(universe, size, { kind: 'bits', bits });
    const missing: number[] = [];
    for (let i = 0; i < universe; i++) if (!hasBit(bits, i)) missing.push(i);
    return new NodeSet(universe, size, { kind: 'missing', list: listOf(missing, universe) });
  }

  get bytes(): number {
    return this.#form.kind === 'bits' ? this.#form.bits.byteLength : bytesOf(this.#form.list);
  }

  has(node: number): boolean {
    const form = this.#form;
    if (form.kind === 'bits') return hasBit(form.bits, node);
    return isListed(form.list, node) === (form.kind === 'members');
  }

  /** Writes the members into `out` in ascending order; gives back how many there are. */
  read(out: Int32Array): number {
    const form = this.#form;
    if (form.kind === 'members') out.set(form.list);
    else if (form.kind === 'bits') readBits(form.bits, out);
    else {
      let next = 0;
      let at = 0;
      for (const gap of form.list) {
        while (next < gap) out[at++] = next++;
        next++;
      }
      while (next < this.universe) out[at++] = next++;
    }
    return this.size;
  }

  /** The members as a bitmap of their own. */
  toBits(): Bits {
    const bits = emptyBits(this.universe);
    this.addTo(bits);
    return bits;
  }

  /** Adds the members to a bitmap. */
  addTo(bits: Bits): void {
    const form = this.#form;
    if (form.kind === 'bits') {
      for (let word = 0; word < bits.length; word++) bits[word] = (bits[word] as number) | (form.bits[word] as number);
    } else if (form.kind === 'members') {
      for (let i = 0; i < form.list.length; i++) setBit(bits, form.list[i] as number);
    } else {
      const missing = new Set(form.list);
      for (let i = 0; i < this.universe; i++) if (!missing.has(i)) setBit(bits, i);
    }
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

/** A handful of numbers is smaller and made faster as a plain list. */
const FEW = 24;

function listOf(members: ArrayLike<number>, universe: number): List {
  if (members.length <= FEW) return shortList(members);
  return universe <= 65536 ? new Uint16Array(members) : new Uint32Array(members);
}

/** A list that takes no more room than its numbers: one that was grown holds room for more. */
export function shortList(numbers: ArrayLike<number>): number[] {
  const list = new Array<number>(numbers.length);
  for (let i = 0; i < numbers.length; i++) list[i] = numbers[i] as number;
  return list;
}

function bytesOf(list: List): number {
  return 'byteLength' in list ? list.byteLength : list.length * 4;
}

function isListed(list: List, node: number): boolean {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] as number) < node) low = middle + 1;
    else high = middle;
  }
  return list[low] === node;
}

function readBits(bits: Bits, out: Int32Array | Uint32Array): void {
  let at = 0;
  for (let word = 0; word < bits.length; word++) {
    let rest = bits[word] as number;
    while (rest !== 0) {
      const low = rest & -rest;
      out[at++] = word * 32 + (31 - Math.clz32(low));
      rest ^= low;
    }
  }
}

function popCount(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
