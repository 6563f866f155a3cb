/**
 * Selectors and peers as sets of nodes. This is the one place where a symbolic selector becomes a set; equal
 * selectors are evaluated once.
 */

import { hasAddress } from '../algebra/address-set.ts';
import type { Endpoint } from '../policy/endpoint.ts';
import type { Peer } from '../policy/rule.ts';
import { both, type Match, matches, type Selector } from '../policy/selector.ts';
import { pushTo } from '../util/ordering.ts';
import { type Bits, emptyBits, hasBit, setBit } from './bits.ts';
import { mayHoldEndpoint, type Node } from './node.ts';

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

export class Memberships {
  readonly #nodes: readonly Node[];
  readonly #byNamespace = new Map<string, number[]>();
  readonly #selectors = new Map<string, Membership>();
  readonly #peers = new Map<Peer, Membership>();

  constructor(nodes: readonly Node[]) {
    this.#nodes = nodes;
    nodes.forEach((node, i) => {
      if (node.kind === 'endpoint') pushTo(this.#byNamespace, node.endpoint.namespace, i);
    });
  }

  ofSelector(selector: Selector): Membership {
    const known = this.#selectors.get(selector.text);
    if (known) return known;
    const candidates: number[] = [];
    for (const list of this.#byNamespace.values()) {
      const first = this.#endpoint(list[0] ?? -1);
      if (first && matches(selector.namespace, first.namespaceLabels) !== 'no') candidates.push(...list);
    }
    const membership = this.#collect(candidates, (node) =>
      node.kind === 'endpoint' ? selects(selector, node.endpoint) : 'no',
    );
    this.#selectors.set(selector.text, membership);
    return membership;
  }

  ofPeer(peer: Peer): Membership {
    if (peer.kind === 'endpoints') return this.ofSelector(peer.selector);
    const known = this.#peers.get(peer);
    if (known) return known;
    const membership = this.#collect(this.#nodes.keys(), (node) => peerMatches(peer, node));
    this.#peers.set(peer, membership);
    return membership;
  }

  #endpoint(index: number): Endpoint | undefined {
    const node = this.#nodes[index];
    return node?.kind === 'endpoint' ? node.endpoint : undefined;
  }

  #collect(candidates: Iterable<number>, match: (node: Node) => Match): Membership {
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

/** The three-valued match of a peer and a node. */
export function peerMatches(peer: Peer, node: Node): Match {
  switch (peer.kind) {
    case 'any':
      return 'yes';
    case 'endpoints':
      return node.kind === 'endpoint' ? selects(peer.selector, node.endpoint) : 'no';
    case 'addresses': {
      if (node.kind === 'outside') {
        const { family, first } = node.range;
        return hasAddress(peer.set, family === 'IPv4' ? { family, value: first } : { family, value: first })
          ? 'yes'
          : 'no';
      }
      if (!peer.endpoints) return 'no';
      const { addresses } = node.endpoint;
      if (addresses.length === 0) return mayHoldEndpoint(peer.set) ? 'maybe' : 'no';
      return addresses.some((a) => hasAddress(peer.set, a)) ? 'yes' : 'no';
    }
    case 'unknown':
      if (!peer.within) return 'maybe';
      return node.kind === 'endpoint' && selects(peer.within, node.endpoint) !== 'no' ? 'maybe' : 'no';
  }
}
