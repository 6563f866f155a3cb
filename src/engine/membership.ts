/**
 * Selectors and peers as sets of nodes. This is the one place where a symbolic selector becomes a set; equal
 * selectors are evaluated once.
 */

import { addressRanges, formatRange } from '../algebra/address-set.ts';
import { LIMITS } from '../ingest/limits.ts';
import type { Endpoint } from '../policy/endpoint.ts';
import type { Labels } from '../policy/labels.ts';
import type { Peer, Policy, Rule } from '../policy/rule.ts';
import { both, type Match, matches, type Predicate, predicateText, type Selector } from '../policy/selector.ts';
import type { PolicyStack } from '../policy/stack.ts';
import { entryOf } from '../util/ordering.ts';
import { Addresses } from './addresses.ts';
import { type Bits, emptyBits, hasBit, setBit, setRange } from './bits.ts';
import { LabelIndex } from './label-index.ts';
import { labelled, type Node } from './node.ts';
import { type Membership, NodeSet } from './node-set.ts';
import { refuse } from './refusal.ts';

/** The three-valued match of a selector and an endpoint. */
export function selects(selector: Selector, endpoint: Endpoint): Match {
  if (endpoint.hostNetwork !== (selector.over === 'hosts')) return 'no';
  return both([matches(selector.namespace, endpoint.namespaceLabels), matches(selector.endpoint, endpoint.labels)]);
}

function selectsNode(selector: Selector, node: Node | undefined): Match {
  const endpoint = labelled(node);
  return endpoint ? selects(selector, endpoint) : 'no';
}

/** Nodes of one namespace, as far as its labels tell, fewer than this are asked one by one. */
const FEW = 64;

/** The nodes in namespaces that surely, and that may, meet a predicate. */
interface Reachable {
  /** Undefined where they are more than a few. */
  readonly few: readonly number[] | undefined;
  readonly sure: Bits;
  readonly possible: Bits;
}

export class Memberships {
  readonly #nodes: readonly Node[];
  readonly #addresses: Addresses;
  #bytes = 0;
  /** On whose account sets are made, and what each has spent. */
  #policy: Policy | undefined;
  readonly #costs = new Map<Policy, number>();
  /** Nodes by the labels of their namespace, and an index of those labels. */
  readonly #groups: number[][] = [];
  readonly #namespaceIndex: LabelIndex;
  #labels: LabelIndex | undefined;
  readonly #over: Readonly<Record<Selector['over'], Bits>>;
  readonly #reachable = new Map<string, Reachable>();
  /** By the texts of the predicates over namespaces and over endpoints. */
  readonly #selectors = {
    pods: new Map<string, Map<string, Membership>>(),
    hosts: new Map<string, Map<string, Membership>>(),
  };
  readonly #bySelector = new Map<Selector, Membership>();
  readonly #peers = new Map<Peer, Membership>();
  readonly #peersByText = new Map<string, Membership>();

  constructor(nodes: readonly Node[]) {
    this.#nodes = nodes;
    this.#over = { pods: emptyBits(nodes.length), hosts: emptyBits(nodes.length) };
    const groups = new Map<Labels, number[]>();
    for (const [i, node] of nodes.entries()) {
      const endpoint = labelled(node);
      if (!endpoint) continue;
      setBit(this.#over[endpoint.hostNetwork ? 'hosts' : 'pods'], i);
      const group = groups.get(endpoint.namespaceLabels);
      if (group) group.push(i);
      else groups.set(endpoint.namespaceLabels, [i]);
    }
    this.#groups = [...groups.values()];
    this.#namespaceIndex = new LabelIndex([...groups.keys()]);
    this.#addresses = new Addresses(nodes);
  }

  /** Made when it is needed. */
  get #index(): LabelIndex {
    this.#labels ??= new LabelIndex(this.#nodes.map((node) => labelled(node)?.labels));
    return this.#labels;
  }

  /** Lets go of what only many selectors are worth. */
  settle(): void {
    this.#labels = undefined;
  }

  /** The bytes of all sets. */
  get bytes(): number {
    return this.#bytes;
  }

  ofSelector(selector: Selector): Membership {
    const known = this.#bySelector.get(selector);
    if (known) return known;
    const byNamespace = this.#selectors[selector.over];
    const byEndpoint = entryOf(byNamespace, selector.namespace.text, () => new Map<string, Membership>());
    const membership = entryOf(byEndpoint, selector.endpoint.text, () => this.#evaluate(selector));
    this.#bySelector.set(selector, membership);
    return membership;
  }

  #evaluate(selector: Selector): Membership {
    this.#checkTerms(selector);
    const within = this.#inNamespaces(selector.namespace);
    if (within.few) return this.#collect(this.#index.narrow(selector.endpoint, within.few), selector);
    const candidates = this.#index.candidates(selector.endpoint);
    if (candidates) {
      return this.#collect(
        candidates.filter((node) => hasBit(within.possible, node)),
        selector,
      );
    }
    const bits = this.#index.bits(selector.endpoint);
    const over = this.#over[selector.over];
    const sure = emptyBits(this.#nodes.length);
    const maybe = emptyBits(this.#nodes.length);
    for (let i = 0; i < sure.length; i++) {
      sure[i] = (within.sure[i] as number) & (bits.sure[i] as number) & (over[i] as number);
      maybe[i] =
        (within.possible[i] as number) & (bits.possible[i] as number) & (over[i] as number) & ~(sure[i] as number);
    }
    return this.#keep(sure, maybe);
  }

  #collect(candidates: readonly number[], selector: Selector): Membership {
    const sure: number[] = [];
    const maybe: number[] = [];
    for (let at = 0; at < candidates.length; at++) {
      const i = candidates[at] as number;
      const match = selectsNode(selector, this.#nodes[i]);
      if (match === 'yes') sure.push(i);
      else if (match === 'maybe') maybe.push(i);
    }
    const set = this.#spend(NodeSet.of(sure, this.#nodes.length));
    return maybe.length > 0 ? { sure: set, maybe: this.#spend(NodeSet.of(maybe, this.#nodes.length)) } : { sure: set };
  }

  #keep(sure: Bits, maybe: Bits): Membership {
    const set = this.#spend(NodeSet.fromBits(sure, this.#nodes.length));
    const doubts = NodeSet.fromBits(maybe, this.#nodes.length);
    return doubts.size > 0 ? { sure: set, maybe: this.#spend(doubts) } : { sure: set };
  }

  /** Few predicates over namespaces are asked for by many selectors. */
  #inNamespaces(predicate: Predicate): Reachable {
    const text = predicateText(predicate);
    const known = this.#reachable.get(text);
    if (known) return known;
    const made = this.#reach(predicate);
    this.#reachable.set(text, made);
    return made;
  }

  #reach(predicate: Predicate): Reachable {
    const asked = this.#namespaceIndex.candidates(predicate);
    const groups = asked ?? [...this.#groups.keys()];
    const bits = asked ? undefined : this.#namespaceIndex.bits(predicate);
    const of = (group: number): Match => {
      if (bits) return hasBit(bits.sure, group) ? 'yes' : hasBit(bits.possible, group) ? 'maybe' : 'no';
      const first = labelled(this.#nodes[this.#groups[group]?.[0] ?? -1]);
      return first ? matches(predicate, first.namespaceLabels) : 'no';
    };
    const met = groups.map((group) => ({ match: of(group), nodes: this.#groups[group] ?? [] }));
    const possible = met.filter(({ match }) => match !== 'no');
    const count = possible.reduce((sum, { nodes }) => sum + nodes.length, 0);
    if (count <= FEW) return { few: possible.flatMap(({ nodes }) => nodes), sure: NO_BITS, possible: NO_BITS };
    const made = { few: undefined, sure: emptyBits(this.#nodes.length), possible: emptyBits(this.#nodes.length) };
    for (const { match, nodes } of possible) {
      for (const bits of match === 'yes' ? [made.possible, made.sure] : [made.possible]) setAll(bits, nodes);
    }
    return made;
  }

  ofPeer(peer: Peer): Membership {
    if (peer.kind === 'endpoints') return this.ofSelector(peer.selector);
    const known = this.#peers.get(peer);
    if (known) return known;
    const text = peerText(peer);
    const membership = this.#peersByText.get(text) ?? this.#ofOther(peer);
    this.#peersByText.set(text, membership);
    this.#peers.set(peer, membership);
    return membership;
  }

  #ofOther(peer: Exclude<Peer, { kind: 'endpoints' }>): Membership {
    const size = this.#nodes.length;
    switch (peer.kind) {
      case 'any':
        return { sure: NodeSet.all(size) };
      case 'addresses': {
        const { sure, maybe } = this.#addresses.of(peer);
        return maybe ? { sure: this.#spend(sure), maybe } : { sure: this.#spend(sure) };
      }
      case 'unknown': {
        const nothing = NodeSet.of([], size);
        const { within } = peer;
        if (!within) return { sure: nothing, maybe: NodeSet.all(size) };
        if (within === 'outside') return { sure: nothing, maybe: this.#addresses.outside };
        const { sure, maybe } = this.ofSelector(within);
        const both = sure.toBits();
        for (const [word, bits] of (maybe?.toBits() ?? []).entries()) both[word] = (both[word] as number) | bits;
        return { sure: nothing, maybe: this.#spend(NodeSet.fromBits(both, size)) };
      }
    }
  }

  /** Evaluates every selector of some policies; they are answerable for what their sets take. */
  admit(stacks: readonly PolicyStack[]): void {
    const tiers = stacks.flatMap((stack) => stack.layers.flatMap((layer) => layer.tiers));
    for (const { groups } of tiers) for (const group of groups) for (const policy of group) this.#admitPolicy(policy);
    this.#policy = undefined;
  }

  #admitPolicy(policy: Policy): void {
    this.#policy = policy;
    for (let i = 0; i < policy.rules.length; i++) {
      const { subject, peers } = policy.rules[i] as Rule;
      this.ofSelector(subject);
      for (let at = 0; at < peers.length; at++) this.ofPeer(peers[at] as Peer);
    }
  }

  /** Counts the bytes of a set; a bundle that asks for more of them than fit is refused. */
  #spend(set: NodeSet): NodeSet {
    this.#bytes += set.bytes;
    if (this.#policy) this.#costs.set(this.#policy, (this.#costs.get(this.#policy) ?? 0) + set.bytes);
    if (this.#bytes > LIMITS.setBytes.value) {
      const detail = `the policies use too many different selectors for ${this.#nodes.length} workloads and outside ranges; send fewer namespaces at once`;
      refuse({ limit: 'setBytes', value: this.#bytes, costs: this.#costs, detail });
    }
    return set;
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

const NO_BITS: Bits = new Uint32Array(0);

/** The nodes of a namespace mostly lie side by side. */
function setAll(bits: Bits, nodes: readonly number[]): void {
  const [first = 0, last = -1] = [nodes[0], nodes.at(-1)];
  if (last - first + 1 !== nodes.length) for (const node of nodes) setBit(bits, node);
  else setRange(bits, first, last);
}

/** Equal for peers that mean the same nodes. */
function peerText(peer: Exclude<Peer, { kind: 'endpoints' }>): string {
  switch (peer.kind) {
    case 'any':
      return 'any';
    case 'addresses':
      return `${peer.endpoints} ${addressRanges(peer.set).map(formatRange).join(' ')}`;
    case 'unknown':
      return `unknown ${peer.within === 'outside' ? peer.within : (peer.within?.text ?? '')}`;
  }
}
