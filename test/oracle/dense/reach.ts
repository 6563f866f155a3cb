/**
 * The second oracle: the whole matrix, every pair of nodes decided for itself. No classes, no sparse rows, no shortcuts
 * and no limits, and nothing of the engine's; it reads the same policy stack, so that it tells of every cell all points
 * of packet space, where the naive evaluator tells of one packet and reads the manifests themselves.
 */

import { type ConnectionSet, NONE, subtract } from '../../../src/algebra/connection-set.ts';
import type { Endpoint } from '../../../src/policy/endpoint.ts';
import type { Target } from '../../../src/policy/front-end.ts';
import type { Direction } from '../../../src/policy/rule.ts';
import type { Match } from '../../../src/policy/selector.ts';
import type { Opening, Way } from '../../../src/policy/way.ts';
import { AnswerBook, type Answers } from './answers.ts';
import { CLOSED, decide, join, meet, OPEN, type Verdict } from './decide.ts';
import { type DenseEntry, type DenseNode, outsideNodes } from './node.ts';
import { portsAt } from './ports.ts';
import { type Program, programOf } from './program.ts';
import { mergeVariants } from './variants.ts';
import { addressSetsOf, vocabularyOf } from './vocabulary.ts';

export interface ReachInput {
  readonly endpoints: readonly Endpoint[];
  readonly ways: readonly Way[];
  readonly entries?: readonly DenseEntry[];
  readonly targets?: readonly Target[];
}

/** What a pair may exchange, in the destination's ports; disjoint. */
export interface DenseCell {
  readonly allow: ConnectionSet;
  readonly unknown: ConnectionSet;
}

export interface DenseReach {
  readonly nodes: readonly DenseNode[];
  /** The cell of two nodes, by their numbers. */
  between(from: number, to: number): DenseCell;
}

export function denseReach({ endpoints, ways, entries = [], targets = [] }: ReachInput): DenseReach {
  const vocabulary = vocabularyOf(ways, targets);
  const merged = mergeVariants(endpoints, vocabulary).map((endpoint) => ({ kind: 'endpoint', endpoint }) as const);
  return new Matrix([...merged, ...outsideNodes(addressSetsOf(vocabulary)), ...entries], ways);
}

class Matrix implements DenseReach {
  readonly nodes: readonly DenseNode[];
  readonly #ways: readonly Way[];
  readonly #book: AnswerBook;
  readonly #programs = new Map<string, Program>();

  constructor(nodes: readonly DenseNode[], ways: readonly Way[]) {
    this.nodes = nodes;
    this.#ways = ways;
    this.#book = new AnswerBook(nodes);
  }

  /** Nothing reaches an entry controller, and what outside addresses do among themselves is nobody's question. */
  between(from: number, to: number): DenseCell {
    const [source, destination] = [this.nodes[from], this.nodes[to]];
    const isAsked =
      destination?.kind === 'endpoint' || (source?.kind === 'endpoint' && destination?.kind === 'outside');
    if (!source || !isAsked) return { allow: NONE, unknown: NONE };
    const verdict = this.#ways
      .map((way, index) => ({ way, index }))
      .filter(({ way }) => (way.via === 'entry') === (source.kind === 'entry'))
      .map(({ way, index }) => this.#over(way, index, { from, to }))
      .reduce(join, CLOSED);
    return { allow: verdict.must, unknown: subtract(verdict.may, verdict.must) };
  }

  #over(way: Way, index: number, { from, to }: { readonly from: number; readonly to: number }): Verdict {
    const egress = this.#side(index, 'egress', { subject: from, peer: to, destination: to });
    const ingress = this.#side(index, 'ingress', { subject: to, peer: from, destination: to });
    const opened = way.via === 'entry' ? way.openings.map((o) => this.#opened(o, to)).reduce(join, CLOSED) : OPEN;
    return [egress, ingress].reduce(meet, opened);
  }

  #side(
    way: number,
    direction: Direction,
    { subject, peer, destination }: { readonly subject: number; readonly peer: number; readonly destination: number },
  ): Verdict {
    if (!hasPolicies(this.nodes[subject])) return OPEN;
    return decide(this.#program(way, direction, subject), {
      match: ({ peers }) => best(peers, peer),
      ports: ({ rule }) => portsAt(rule.ports, this.nodes[destination]),
    });
  }

  #program(way: number, direction: Direction, node: number): Program {
    const key = `${way} ${direction} ${node}`;
    const stack = this.#ways[way]?.stack ?? { layers: [] };
    const program = this.#programs.get(key) ?? programOf(stack, { node, direction, book: this.#book });
    this.#programs.set(key, program);
    return program;
  }

  /** An address that is written down as an endpoint means a pod only where the pod is shown to have it. */
  #opened({ to: target, ports: spec }: Opening, to: number): Verdict {
    const match = this.#book.ofPeer(target)[to];
    if (match !== 'yes' && (match !== 'maybe' || target.kind === 'addresses')) return CLOSED;
    const ports = portsAt(spec, this.nodes[to]);
    return { must: match === 'yes' ? ports : NONE, may: ports };
  }
}

/** Whether policies can be about it at all: not about outside addresses, nor a controller of which nothing is known. */
function hasPolicies(node: DenseNode | undefined): boolean {
  return node?.kind === 'endpoint' || (node?.kind === 'entry' && node.placed);
}

/** Peers of a rule are united: the surest match counts. */
function best(peers: readonly Answers[], node: number): Match {
  const matches = peers.map((answers) => answers[node]);
  if (matches.includes('yes')) return 'yes';
  return matches.includes('maybe') ? 'maybe' : 'no';
}
