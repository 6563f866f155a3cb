/**
 * Reach: who can reach whom, as a handle. Nodes fall into source classes (what egress rules apply, how ingress rules
 * of others see it) and destination classes (the mirror image); a cell of two classes is computed when it is asked
 * for, so one question costs no matrix, and nobody holds all pairs.
 */

import { type ConnectionSet, isEmpty, NONE, subtract } from '../algebra/connection-set.ts';
import type { Direction, Peer, Policy } from '../policy/rule.ts';
import type { Match } from '../policy/selector.ts';
import type { Opening, Way } from '../policy/way.ts';
import { Candidates } from './candidates.ts';
import { type Classes, makeClasses } from './classes.ts';
import { type Counterpart, join, meet, type Observer, type Verdict } from './decide.ts';
import { type Membership, Memberships, membershipOf } from './membership.ts';
import type { Node } from './node.ts';
import { portsAt, Side } from './side.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a pair may exchange, in the destination's ports. The two sets are disjoint. */
export interface Cell {
  readonly allow: ConnectionSet;
  readonly unknown: ConnectionSet;
}

/** The cells of one source class that hold something, by destination class. */
export interface Row {
  readonly source: number;
  readonly cells: ReadonlyMap<number, Cell>;
}

const EMPTY: Cell = { allow: NONE, unknown: NONE };
const CLOSED: Verdict = { must: NONE, may: NONE };

type Sides = Readonly<Record<Direction, Side>> & { readonly way: Way };

export class Reach {
  readonly nodes: readonly Node[];
  readonly sources: Classes;
  readonly destinations: Classes;
  readonly #memberships: Memberships;
  readonly #ways: readonly Sides[];
  #perWay: readonly Candidates[] | undefined;

  /** `nodes`: endpoints first, then outside addresses, cut so that no rule of any way divides one. */
  constructor(nodes: readonly Node[], ways: readonly Way[], vocabulary: Vocabulary) {
    this.nodes = nodes;
    const memberships = new Memberships(nodes);
    this.#memberships = memberships;
    this.sources = makeClasses(nodes, vocabulary, { side: 'egress', memberships });
    this.destinations = makeClasses(nodes, vocabulary, { side: 'ingress', memberships });
    const { sources, destinations } = this;
    this.#ways = ways.map((way) => {
      const context = { stack: way.stack, nodes, memberships };
      return {
        way,
        egress: new Side({ ...context, direction: 'egress', subjects: sources.subjects, peers: destinations.peers }),
        ingress: new Side({ ...context, direction: 'ingress', subjects: destinations.subjects, peers: sources.peers }),
      };
    });
  }

  /** The cell of two classes, by their numbers in `sources` and `destinations`. */
  cell(source: number, destination: number): Cell {
    const from = this.sources.members[source]?.[0];
    const to = this.destinations.members[destination]?.[0];
    return from === undefined || to === undefined ? EMPTY : this.between(from, to);
  }

  /**
   * The cell of two nodes, by their numbers in `nodes`. It is empty where neither is an endpoint; nothing is asked
   * about what reaches an entry controller.
   */
  between(from: number, to: number): Cell {
    const source = this.nodes[from];
    const isOpen =
      this.nodes[to]?.kind === 'endpoint' || (source?.kind === 'endpoint' && this.nodes[to]?.kind === 'outside');
    if (!source || !isOpen) return EMPTY;
    let verdict: Verdict | undefined;
    for (const { way, egress, ingress } of this.#ways) {
      if ((way.via === 'entry') !== (source.kind === 'entry')) continue;
      const policies = meet(egress.verdict(from, to), ingress.verdict(to, from));
      const over = way.via === 'entry' ? meet(this.#opened(way.openings, to), policies) : policies;
      verdict = verdict ? join(verdict, over) : over;
    }
    return cellOf(verdict);
  }

  /** What an opening leads to at a node; nothing where it does not lead there. */
  opened(opening: Opening, to: number): Verdict {
    const match = this.leadsTo(opening.to, to);
    if (match === 'no') return CLOSED;
    const ports = portsAt(opening.ports, this.nodes[to]);
    return { must: match === 'yes' ? ports : NONE, may: ports };
  }

  /**
   * Whether a target means a node. An address that was written down as an endpoint is most often outside the cluster:
   * it means a pod only where the pod is shown to have it.
   */
  leadsTo(target: Peer, node: number): Match {
    const match = membershipOf(this.#memberships.ofPeer(target), node);
    return match === 'maybe' && target.kind === 'addresses' ? 'no' : match;
  }

  #opened(openings: readonly Opening[], to: number): Verdict {
    return openings.map((opening) => this.opened(opening, to)).reduce(join, CLOSED);
  }

  /** What a node's own side lets it exchange with a peer that is no node, such as a pod that might exist. */
  decideAgainst(node: number, direction: Direction, peer: Counterpart): Cell {
    const verdicts = this.#ways.flatMap((sides) =>
      sides.way.via === 'pod' ? [sides[direction].verdictFor(node, peer)] : [],
    );
    return cellOf(verdicts.length > 0 ? verdicts.reduce(join) : undefined);
  }

  row(source: number): Row {
    const [node = -1] = this.sources.members[source] ?? [];
    const isEntry = this.nodes[node]?.kind === 'entry';
    const candidates = isEntry ? this.destinations.members.keys() : this.#candidates(source);
    const cells = new Map<number, Cell>();
    for (const destination of candidates) {
      const cell = this.cell(source, destination);
      if (!isEmpty(cell.allow) || !isEmpty(cell.unknown)) cells.set(destination, cell);
    }
    return { source, cells };
  }

  #candidates(source: number): Iterable<number> {
    const { sources, destinations } = this;
    this.#perWay ??= this.#ways.flatMap(({ way, egress, ingress }) =>
      way.via === 'entry' ? [] : [new Candidates({ sources, destinations, egress, ingress })],
    );
    const [only, ...more] = this.#perWay.map((candidates) => candidates.of(source));
    return more.length === 0 ? (only ?? []) : new Set([only ?? [], ...more].flat().sort((a, b) => a - b));
  }

  /** What each policy adds to the work of a whole matrix; it is known before any cell is computed. */
  work(): Map<Policy, number> {
    const total = new Map<Policy, number>();
    for (const { egress, ingress } of this.#ways) {
      for (const [policy, cost] of [...egress.work(), ...ingress.work()])
        total.set(policy, (total.get(policy) ?? 0) + cost);
    }
    return total;
  }

  /** One row at a time; nobody keeps them. */
  *rows(): Generator<Row> {
    for (let source = 0; source < this.sources.members.length; source++) yield this.row(source);
  }

  /** Tells an observer of each direction what decides between two nodes. */
  trace(from: number, to: number, observer: (direction: Direction) => Observer): void {
    for (const { way, egress, ingress } of this.#ways) {
      if ((way.via === 'entry') !== (this.nodes[from]?.kind === 'entry')) continue;
      egress.trace(from, to, observer('egress'));
      ingress.trace(to, from, observer('ingress'));
    }
  }

  /** Which nodes a peer of a rule means. */
  membershipOf(peer: Peer): Membership {
    return this.#memberships.ofPeer(peer);
  }

  /** The policies that have a say about the node in that direction, surely or possibly. */
  selectedBy(node: number, direction: Direction): ReadonlySet<Policy> {
    if (this.nodes[node]?.kind !== 'endpoint') return new Set();
    const tiers = this.#ways.flatMap((sides) => sides[direction].program(node).layers.flat());
    const ruling = tiers.flatMap((tier) => tier.groups.flat(2)).flatMap(({ rules }) => rules.map((r) => r.policy));
    return new Set([...ruling, ...tiers.flatMap((tier) => tier.ends.flatMap((end) => end.policies))]);
  }

  /** Whether some policy selects the node in that direction, surely or possibly. */
  isolated(node: number, direction: Direction): boolean {
    if (this.nodes[node]?.kind !== 'endpoint') return false;
    return this.#ways.some((sides) =>
      sides[direction].program(node).layers.some((tiers) => tiers.some((t) => t.ends.length > 0)),
    );
  }
}

function cellOf(verdict: Verdict | undefined): Cell {
  if (!verdict) return EMPTY;
  return { allow: verdict.must, unknown: verdict.may === verdict.must ? NONE : subtract(verdict.may, verdict.must) };
}
