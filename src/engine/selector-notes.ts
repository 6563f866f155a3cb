/**
 * Which selectors and peers stand out: those of which it is unknown whether they mean some endpoint, and selectors that
 * mean none. Most do neither, so that questions about every policy of a cluster need not look at who belongs to each.
 * Nothing is known of an entry controller that is not shown, and nearly every selector may mean it: it is no endpoint
 * here.
 */

import type { Peer } from '../policy/rule.ts';
import type { Selector } from '../policy/selector.ts';
import type { Node } from './node.ts';
import type { Membership, NodeSet } from './node-set.ts';

export class SelectorNotes {
  /** It is unknown whether they mean some endpoint. */
  readonly unsure = new Set<Selector>();
  /** The same of peers that are not named by a selector. */
  readonly unsurePeers = new Set<Peer>();
  /** They surely mean no endpoint. */
  readonly idle = new Set<Selector>();
  readonly #entries: readonly number[];

  constructor(nodes: readonly Node[]) {
    this.#entries = nodes.flatMap(({ kind }, node) => (kind === 'entry' ? [node] : []));
  }

  /** Is told of every selector, once it is known who surely and who possibly belongs. */
  add(selector: Selector, sure: NodeSet, maybe: NodeSet): void {
    if (!this.#isOfEntries(maybe)) this.unsure.add(selector);
    else if (this.#isOfEntries(sure)) this.idle.add(selector);
  }

  /** Is told of every peer that is not named by a selector. */
  addPeer(peer: Peer, { maybe }: Membership): void {
    if (maybe && !this.#isOfEntries(maybe)) this.unsurePeers.add(peer);
  }

  #isOfEntries(set: NodeSet): boolean {
    if (set.size === 0) return true;
    return set.size <= this.#entries.length && this.#entries.filter((entry) => set.has(entry)).length === set.size;
  }
}
