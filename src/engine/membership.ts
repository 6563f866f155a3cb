/**
 * Selectors and peers as sets of nodes. This is the one place where a symbolic selector becomes a set; equal
 * selectors are evaluated once.
 */

import { type AddressRange, addressRanges, formatRange, hasAddress } from '../algebra/address-set.ts';
import type { Address } from '../algebra/cidr.ts';
import { LIMITS } from '../ingest/limits.ts';
import type { Endpoint } from '../policy/endpoint.ts';
import type { Peer } from '../policy/rule.ts';
import { both, type Match, matches, type Predicate, predicateText, type Selector } from '../policy/selector.ts';
import { pushTo } from '../util/ordering.ts';
import { exceed } from '../util/problem.ts';
import { type Bits, emptyBits, hasBit, setBit } from './bits.ts';
import { labelled, mayHoldEndpoint, type Node } from './node.ts';

/** Nodes that surely belong, and those of which it is not known; disjoint. */
export interface Membership {
  readonly sure: Bits;
  readonly maybe?: Bits;
}

export function membershipOf(membership: Membership, node: number): Match {
  if (hasBit(membership.sure, node)) return 'yes';
  return membership.maybe && hasBit(membership.maybe, node) ? 'maybe' : 'no';
}

/** The three-valued match of a selector and an endpoint. */
export function selects(selector: Selector, endpoint: Endpoint): Match {
  if (endpoint.hostNetwork !== (selector.over === 'hosts')) return 'no';
  return both([matches(selector.namespace, endpoint.namespaceLabels), matches(selector.endpoint, endpoint.labels)]);
}

function selectsNode(selector: Selector, node: Node): Match {
  const endpoint = labelled(node);
  return endpoint ? selects(selector, endpoint) : 'no';
}

export class Memberships {
  readonly #nodes: readonly Node[];
  #bytes = 0;
  readonly #byNamespace = new Map<string, number[]>();
  readonly #candidates = new Map<string, readonly number[]>();
  readonly #selectors = new Map<string, Membership>();
  readonly #peers = new Map<Peer, Membership>();
  readonly #peersByText = new Map<string, Membership>();

  constructor(nodes: readonly Node[]) {
    this.#nodes = nodes;
    nodes.forEach((node, i) => {
      if (node.kind === 'endpoint') pushTo(this.#byNamespace, node.endpoint.namespace, i);
      // The labels of its namespace are its own: they may be less than the bundle shows of that namespace.
      if (node.kind === 'entry') pushTo(this.#byNamespace, node.endpoint.id, i);
    });
  }

  ofSelector(selector: Selector): Membership {
    const known = this.#selectors.get(selector.text);
    if (known) return known;
    const candidates = this.#inNamespaces(selector.namespace);
    const membership = this.#collect(candidates, (node) => selectsNode(selector, node));
    this.#selectors.set(selector.text, membership);
    return membership;
  }

  /** The nodes of every namespace that may meet a predicate; few predicates are asked for by many selectors. */
  #inNamespaces(predicate: Predicate): readonly number[] {
    const text = predicateText(predicate);
    const known = this.#candidates.get(text);
    if (known) return known;
    const candidates: number[] = [];
    for (const list of this.#byNamespace.values()) {
      const first = labelled(this.#nodes[list[0] ?? -1]);
      if (first && matches(predicate, first.namespaceLabels) !== 'no') candidates.push(...list);
    }
    this.#candidates.set(text, candidates);
    return candidates;
  }

  ofPeer(peer: Peer): Membership {
    if (peer.kind === 'endpoints') return this.ofSelector(peer.selector);
    const known = this.#peers.get(peer);
    if (known) return known;
    const text = peerText(peer);
    const match = matcherOf(peer);
    const membership = this.#peersByText.get(text) ?? this.#collect(this.#nodes.keys(), match);
    this.#peersByText.set(text, membership);
    this.#peers.set(peer, membership);
    return membership;
  }

  /** Two bitmaps for each set; a bundle that asks for more of them than fit is refused before they are made. */
  #spend(): void {
    this.#bytes += this.#nodes.length / 4;
    const maximum = LIMITS.setBytes.value;
    if (this.#bytes <= maximum) return;
    const detail = `the policies use too many different selectors for ${this.#nodes.length} workloads and outside ranges; send fewer namespaces at once`;
    exceed('setBytes', Math.ceil(this.#bytes), maximum, detail);
  }

  #collect(candidates: Iterable<number>, match: (node: Node) => Match): Membership {
    this.#spend();
    const sure = emptyBits(this.#nodes.length);
    const maybe = emptyBits(this.#nodes.length);
    let doubts = false;
    for (const i of candidates) {
      const node = this.#nodes[i];
      const known = node ? match(node) : 'no';
      if (known === 'yes') setBit(sure, i);
      else if (known === 'maybe') {
        setBit(maybe, i);
        doubts = true;
      }
    }
    return doubts ? { sure, maybe } : { sure };
  }
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

/** The three-valued match of a peer and any node. */
export function matcherOf(peer: Peer): (node: Node) => Match {
  switch (peer.kind) {
    case 'any':
      return () => 'yes';
    case 'endpoints':
      return (node) => selectsNode(peer.selector, node);
    case 'addresses':
      return addressMatcher(peer);
    case 'unknown': {
      const { within } = peer;
      if (!within) return () => 'maybe';
      if (within === 'outside') return (node) => (node.kind === 'outside' ? 'maybe' : 'no');
      return (node) => (node.kind === 'endpoint' && selects(within, node.endpoint) !== 'no' ? 'maybe' : 'no');
    }
  }
}

function addressMatcher({ set, endpoints }: Extract<Peer, { kind: 'addresses' }>): (node: Node) => Match {
  const mayHold = endpoints && mayHoldEndpoint(set);
  return (node) => {
    if (node.kind === 'outside') return hasAddress(set, firstOf(node.range)) ? 'yes' : 'no';
    if (!endpoints) return 'no';
    const { addresses } = node.endpoint;
    if (addresses.length === 0) return mayHold ? 'maybe' : 'no';
    return addresses.some((a) => hasAddress(set, a)) ? 'yes' : 'no';
  };
}

/** A range of the matrix lies in a rule's set whole or not at all, so that one address tells. */
function firstOf(range: AddressRange): Address {
  return range.family === 'IPv4' ? { family: 'IPv4', value: range.first } : { family: 'IPv6', value: range.first };
}
