/**
 * Selectors evaluated over all nodes at once: the bitmap of the namespaces, that of the pods, and no pod is asked by
 * itself. A selector about one namespace costs the words of its nodes, which lie side by side.
 */

import type { Labels } from '../policy/labels.ts';
import type { Predicate, Range, Selector } from '../policy/selector.ts';
import { type Bits, emptyBits, hasBit, readBits, setBit } from './bits.ts';
import { LabelIndex, type Ternary } from './label-index.ts';
import { labelled, type Node } from './node.ts';
import type { NodeSet } from './node-set.ts';
import type { NodeSets } from './node-sets.ts';

/** Pods or hosts in namespaces that surely, and that may, meet a predicate: the words that hold any, and their bits. */
interface Reachable {
  readonly words: Int32Array;
  readonly sure: Bits;
  readonly possible: Bits;
}

/** So many words of predicates evaluated are kept. Most clusters have few predicates, and say them everywhere. */
const KEPT = 1 << 20;

/** So few words hold few nodes: they are listed. */
const FEW_WORDS = 8;

export class Selections {
  readonly #sets: NodeSets;
  readonly #labels: LabelIndex;
  readonly #evaluated = new Map<Predicate, Ternary>();
  /** Nodes by the labels of their namespace, and an index of those labels. */
  readonly #groups: readonly (readonly number[])[];
  readonly #namespaces: LabelIndex;
  readonly #over: Readonly<Record<Range, Bits>>;
  readonly #reachable = { pods: new Map<Predicate, Reachable>(), hosts: new Map<Predicate, Reachable>() };
  #kept = 0;
  /** Scratch. */
  readonly #sure: Bits;
  readonly #maybe: Bits;
  readonly #members = new Int32Array(FEW_WORDS * 32);
  readonly #found: Int32Array;
  readonly #words: Int32Array;

  constructor(nodes: readonly Node[], sets: NodeSets) {
    this.#sets = sets;
    this.#over = { pods: emptyBits(nodes.length), hosts: emptyBits(nodes.length) };
    this.#sure = emptyBits(nodes.length);
    this.#maybe = emptyBits(nodes.length);
    const groups = new Map<Labels, number[]>();
    const labels = new Array<Labels | undefined>(nodes.length);
    for (let i = 0; i < nodes.length; i++) {
      const endpoint = labelled(nodes[i]);
      labels[i] = endpoint?.labels;
      if (!endpoint) continue;
      setBit(this.#over[endpoint.hostNetwork ? 'hosts' : 'pods'], i);
      const group = groups.get(endpoint.namespaceLabels);
      if (group) group.push(i);
      else groups.set(endpoint.namespaceLabels, [i]);
    }
    this.#labels = new LabelIndex(labels);
    this.#groups = [...groups.values()];
    this.#namespaces = new LabelIndex([...groups.keys()]);
    this.#found = new Int32Array(groups.size + 32);
    this.#words = new Int32Array(this.#sure.length);
  }

  of({ namespace, endpoint, over }: Selector): { readonly sure: NodeSet; readonly maybe: NodeSet } {
    const within = this.#reachable[over].get(namespace) ?? this.#within(namespace, over);
    const own = this.#own(endpoint);
    const { words, sure, possible } = within;
    let doubt = 0;
    for (let i = 0; i < words.length; i++) {
      const word = words[i] as number;
      const must = (sure[i] as number) & (own.sure[word] as number);
      const may = (possible[i] as number) & (own.possible[word] as number) & ~must;
      this.#sure[word] = must;
      this.#maybe[word] = may;
      doubt |= may;
    }
    return {
      sure: this.#setOf(this.#sure, words),
      maybe: doubt === 0 ? this.#sets.nothing : this.#setOf(this.#maybe, words),
    };
  }

  /** A predicate over endpoints. */
  #own(predicate: Predicate): Ternary {
    const known = this.#evaluated.get(predicate);
    if (known) return known;
    const bits = this.#labels.bits(predicate);
    if (!this.#isRoomFor(bits.sure.length * 2)) return bits;
    const made = { sure: bits.sure.slice(), possible: bits.possible.slice() };
    this.#evaluated.set(predicate, made);
    return made;
  }

  /** Whether so many words more may be kept; then they count. */
  #isRoomFor(words: number): boolean {
    if (this.#kept + words > KEPT) return false;
    this.#kept += words;
    return true;
  }

  /** Interns some words of scratch space, beside which there are none, and clears them. */
  #setOf(bits: Bits, words: Int32Array): NodeSet {
    const set = words.length <= FEW_WORDS ? this.#few(bits, words) : this.#sets.ofBits(bits);
    for (let i = 0; i < words.length; i++) bits[words[i] as number] = 0;
    return set;
  }

  #few(bits: Bits, words: Int32Array): NodeSet {
    const members = this.#members;
    let count = 0;
    for (let i = 0; i < words.length; i++) {
      const word = words[i] as number;
      for (let rest = bits[word] as number; rest !== 0; rest &= rest - 1) {
        members[count++] = word * 32 + (31 - Math.clz32(rest & -rest));
      }
    }
    return count === 0 ? this.#sets.nothing : this.#sets.of(members, count);
  }

  /** Few predicates over namespaces are asked for by many selectors. */
  #within(predicate: Predicate, over: Range): Reachable {
    const { sure, possible } = this.#namespaces.bits(predicate);
    const count = readBits(possible, this.#found);
    for (let i = 0; i < count; i++) {
      const group = this.#found[i] as number;
      // Beyond the last are bits of no group.
      if (group < this.#groups.length) this.#addGroup(group, hasBit(sure, group));
    }
    const made = this.#cut(this.#over[over]);
    if (this.#isRoomFor(made.words.length * 3)) this.#reachable[over].set(predicate, made);
    return made;
  }

  /** Notes the nodes of a group in scratch space. */
  #addGroup(group: number, isSure: boolean): void {
    const nodes = this.#groups[group] as readonly number[];
    for (let i = 0; i < nodes.length; i++) {
      setBit(this.#maybe, nodes[i] as number);
      if (isSure) setBit(this.#sure, nodes[i] as number);
    }
  }

  /** The words of scratch space that hold any of some nodes; all are cleared. */
  #cut(over: Bits): Reachable {
    const must = this.#sure;
    const may = this.#maybe;
    const words = this.#words;
    let count = 0;
    for (let word = 0; word < may.length; word++) {
      if (((may[word] as number) & (over[word] as number)) !== 0) words[count++] = word;
    }
    const made = { words: words.slice(0, count), sure: new Uint32Array(count), possible: new Uint32Array(count) };
    for (let i = 0; i < count; i++) {
      const word = words[i] as number;
      made.sure[i] = (must[word] as number) & (over[word] as number);
      made.possible[i] = (may[word] as number) & (over[word] as number);
    }
    must.fill(0);
    may.fill(0);
    return made;
  }
}
