/**
 * Selectors and peers as sets of nodes. This is the one place where a symbolic selector becomes a set; equal sets are
 * one object.
 */

import { LIMITS } from '../ingest/limits.ts';
import type { Endpoint } from '../policy/endpoint.ts';
import type { Peer, Policy } from '../policy/rule.ts';
import { both, type Match, matches, type Predicate, type Selector } from '../policy/selector.ts';
import { Addresses } from './addresses.ts';
import { emptyBits } from './bits.ts';
import type { Node } from './node.ts';
import type { Membership, NodeSet } from './node-set.ts';
import { NodeSets } from './node-sets.ts';
import { PairMemo } from './pair-memo.ts';
import { refuse } from './refusal.ts';
import { Selections } from './selections.ts';
import { SelectorNotes } from './selector-notes.ts';

/** The three-valued match of a selector and an endpoint. */
export function selects(selector: Selector, endpoint: Endpoint): Match {
  if (endpoint.hostNetwork !== (selector.over === 'hosts')) return 'no';
  return both([matches(selector.namespace, endpoint.namespaceLabels), matches(selector.endpoint, endpoint.labels)]);
}

export class Memberships {
  readonly #nodes: readonly Node[];
  readonly sets: NodeSets;
  readonly notes: SelectorNotes;
  readonly #addresses: Addresses;
  #selections: Selections | undefined;
  #bytes = 0;
  /** On whose account sets are made, and what each has spent. */
  #policy: Policy | undefined;
  readonly #costs = new Map<Policy, number>();
  readonly #bySelector = new Map<Selector, Membership>();
  readonly #byPeer = new Map<Peer, Membership>();
  /** Every pair of sets once, where something is in doubt. */
  #pairs = new PairMemo();
  readonly #all: Membership[] = [];

  constructor(nodes: readonly Node[]) {
    this.#nodes = nodes;
    this.sets = new NodeSets(nodes.length);
    this.notes = new SelectorNotes(nodes);
    this.#addresses = new Addresses(nodes, this.sets);
  }

  /** Lets go of what only many selectors are worth. */
  settle(): void {
    this.#selections = undefined;
    this.#pairs = new PairMemo();
    this.#all.length = 0;
  }

  /** The bytes of all sets. */
  get bytes(): number {
    return this.#bytes;
  }

  ofSelector(selector: Selector): Membership {
    const known = this.#bySelector.get(selector);
    if (known) return known;
    this.#checkTerms(selector);
    this.#selections ??= new Selections(this.#nodes, this.sets);
    const before = this.sets.count;
    const { sure, maybe } = this.#selections.of(selector);
    this.#spend(before, sure);
    this.#spend(before, maybe);
    this.notes.add(selector, sure, maybe);
    const membership = this.#pair(sure, maybe);
    this.#bySelector.set(selector, membership);
    return membership;
  }

  ofPeer(peer: Peer): Membership {
    if (peer.kind === 'endpoints') return this.ofSelector(peer.selector);
    const known = this.#byPeer.get(peer);
    if (known) return known;
    const before = this.sets.count;
    const membership = this.#ofOther(peer);
    this.#spend(before, membership.sure);
    this.notes.addPeer(peer, membership);
    this.#byPeer.set(peer, membership);
    return membership;
  }

  #ofOther(peer: Exclude<Peer, { kind: 'endpoints' }>): Membership {
    const { all, nothing } = this.sets;
    switch (peer.kind) {
      case 'any':
        return this.#pair(all, nothing);
      case 'addresses': {
        const { sure, maybe } = this.#addresses.of(peer);
        return this.#pair(sure, maybe);
      }
      case 'unknown': {
        const { within } = peer;
        if (!within) return this.#pair(nothing, all);
        if (within === 'outside') return this.#pair(nothing, this.#addresses.outside);
        return this.#pair(nothing, this.#union(this.ofSelector(within)));
      }
    }
  }

  #union({ sure, maybe }: Membership): NodeSet {
    if (!maybe) return sure;
    const bits = emptyBits(this.#nodes.length);
    sure.addTo(bits);
    maybe.addTo(bits);
    return this.sets.ofBits(bits);
  }

  #pair(sure: NodeSet, maybe: NodeSet): Membership {
    if (maybe.size === 0) return sure;
    const known = this.#pairs.get(sure.id, maybe.id);
    if (known >= 0) return this.#all[known] as Membership;
    const made = { sure, maybe };
    this.#pairs.add(sure.id, maybe.id, this.#all.length);
    this.#all.push(made);
    return made;
  }

  /** Who is answerable for what sets take from here on. */
  charge(policy: Policy | undefined): void {
    this.#policy = policy;
  }

  /** Counts the bytes of a new set; a bundle that asks for more of them than fit is refused. */
  #spend(before: number, set: NodeSet): void {
    if (set.id < before) return;
    this.#bytes += set.bytes;
    if (this.#policy) this.#costs.set(this.#policy, (this.#costs.get(this.#policy) ?? 0) + set.bytes);
    if (this.#bytes > LIMITS.setBytes.value) {
      const detail = `the policies use too many different selectors for ${this.#nodes.length} workloads and outside ranges; send fewer namespaces at once`;
      refuse({ limit: 'setBytes', value: this.#bytes, costs: this.#costs, detail });
    }
  }

  /** A selector may be written by a program, and as long as a file. */
  #checkTerms(selector: Selector): void {
    const value = termsOf(selector.namespace) + termsOf(selector.endpoint);
    if (value <= LIMITS.selectorTerms.value) return;
    const costs: [Policy, number][] = this.#policy ? [[this.#policy, value]] : [];
    refuse({
      limit: 'selectorTerms',
      value,
      costs,
      detail: `a selector has ${value} requirements and values; write it shorter`,
    });
  }
}

function termsOf(predicate: Predicate): number {
  switch (predicate.kind) {
    case 'and':
      return predicate.of.reduce((sum, part) => sum + termsOf(part), 0);
    case 'not':
      return termsOf(predicate.of);
    case 'in':
      return 1 + predicate.values.length;
    case 'exists':
      return 1;
  }
}
