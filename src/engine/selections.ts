/**
 * Selectors evaluated over all nodes at once: the bitmap of the namespaces, that of the pods, and no pod is asked by
 * itself. A selector about one namespace costs the words of its nodes, which lie side by side.
 */

import type { Labels } from '../policy/labels.ts';
import type { Predicate, Selector } from '../policy/selector.ts';
import { type Bits, emptyBits, hasBit, readBits, setBit } from './bits.ts';
import { LabelIndex } from './label-index.ts';
import { labelled, type Node } from './node.ts';
import type { NodeSet, NodeSets } from './node-set.ts';

/** The nodes in namespaces that surely, and that may, meet a predicate; the words of the bitmaps from `from` up to `to`. */
interface Reachable {
  readonly from: number;
  readonly to: number;
  readonly sure: Bits;
  /** The same where nothing is in doubt. */
  readonly possible: Bits;
}

/** Fewer words than this are read word by word. */
const FEW_WORDS = 8;

export class Selections {
  readonly #size: number;
  readonly #sets: NodeSets;
  readonly #labels: LabelIndex;
  /** Nodes by the labels of their namespace, and an index of those labels. */
  readonly #groups: readonly (readonly number[])[];
  readonly #namespaces: LabelIndex;
  readonly #over: Readonly<Record<Selector['over'], Bits>>;
  readonly #reachable = new Map<Predicate, Reachable>();
  /** Scratch. */
  readonly #sure: Bits;
  readonly #maybe: Bits;
  readonly #members = new Int32Array(FEW_WORDS * 32);
  readonly #found: Int32Array;

  constructor(nodes: readonly Node[], sets: NodeSets) {
    this.#size = nodes.length;
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
  }

  of(selector: Selector): { readonly sure: NodeSet; readonly maybe: NodeSet } {
    const within = this.#within(selector.namespace);
    const { from, to, possible } = within;
    const own = this.#labels.bits(selector.endpoint, from, to);
    const over = this.#over[selector.over];
    for (let word = from; word < to; word++) {
      const may = (possible[word - from] as number) & (own.possible[word] as number) & (over[word] as number);
      const must = may & (within.sure[word - from] as number) & (own.sure[word] as number);
      this.#sure[word] = must;
      this.#maybe[word] = may & ~must;
    }
    return { sure: this.#setOf(this.#sure, from, to), maybe: this.#setOf(this.#maybe, from, to) };
  }

  /** Interns some words, and clears them. */
  #setOf(bits: Bits, from: number, to: number): NodeSet {
    const set = to - from <= FEW_WORDS ? this.#few(bits, from, to) : this.#sets.ofBits(bits);
    bits.fill(0, from, to);
    return set;
  }

  #few(bits: Bits, from: number, to: number): NodeSet {
    const members = this.#members;
    let count = 0;
    for (let word = from; word < to; word++) {
      for (let rest = bits[word] as number; rest !== 0; rest &= rest - 1) {
        members[count++] = word * 32 + (31 - Math.clz32(rest & -rest));
      }
    }
    return count === 0 ? this.#sets.nothing : this.#sets.of(members, count);
  }

  /** Few predicates over namespaces are asked for by many selectors. */
  #within(predicate: Predicate): Reachable {
    const known = this.#reachable.get(predicate);
    if (known) return known;
    const { sure, possible } = this.#namespaces.bits(predicate);
    const [must, may] = [this.#sure, this.#maybe];
    let [first, last, doubt] = [this.#size, -1, false];
    const count = readBits(possible, this.#found);
    for (let i = 0; i < count; i++) {
      const nodes = this.#groups[this.#found[i] as number];
      if (!nodes) break;
      const isSure = hasBit(sure, this.#found[i] as number);
      if (!isSure) doubt = true;
      for (const node of nodes) {
        setBit(may, node);
        if (isSure) setBit(must, node);
      }
      first = Math.min(first, nodes[0] as number);
      last = Math.max(last, nodes.at(-1) as number);
    }
    const [from, to] = last < 0 ? [0, 0] : [first >>> 5, (last >>> 5) + 1];
    const kept = may.slice(from, to);
    const made = { from, to, sure: doubt ? must.slice(from, to) : kept, possible: kept };
    must.fill(0, from, to);
    may.fill(0, from, to);
    this.#reachable.set(predicate, made);
    return made;
  }
}
