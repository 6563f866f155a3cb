/** What selectors and peers say of every node, each asked once: a list of answers by the number of the node. */

import { addressRanges, formatRange } from '../../../src/algebra/address-set.ts';
import type { Peer } from '../../../src/policy/rule.ts';
import type { Match, Selector } from '../../../src/policy/selector.ts';
import { meansNode, selects } from './match.ts';
import type { DenseNode } from './node.ts';

export type Answers = readonly Match[];

export class AnswerBook {
  readonly #nodes: readonly DenseNode[];
  readonly #known = new Map<string, Answers>();
  readonly #peers = new Map<Peer, Answers>();

  constructor(nodes: readonly DenseNode[]) {
    this.#nodes = nodes;
  }

  ofSelector(selector: Selector): Answers {
    return this.#ask(`endpoints ${selector.text}`, (node) => selects(selector, node));
  }

  ofPeer(peer: Peer): Answers {
    const answers = this.#peers.get(peer) ?? this.#ask(peerText(peer), (node) => meansNode(peer, node));
    this.#peers.set(peer, answers);
    return answers;
  }

  #ask(text: string, question: (node: DenseNode) => Match): Answers {
    const answers = this.#known.get(text) ?? this.#nodes.map(question);
    this.#known.set(text, answers);
    return answers;
  }
}

/** Equal for peers that mean the same nodes. */
function peerText(peer: Peer): string {
  switch (peer.kind) {
    case 'any':
      return 'any';
    case 'endpoints':
      return `endpoints ${peer.selector.text}`;
    case 'addresses':
      return `addresses ${peer.endpoints} ${addressRanges(peer.set).map(formatRange).join(' ')}`;
    case 'unknown':
      return `unknown ${peer.within === 'outside' ? 'outside' : `of ${peer.within?.text}`}`;
  }
}
