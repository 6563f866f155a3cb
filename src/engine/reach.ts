/**
 * Reach: who can reach whom, as a handle. Nodes fall into source classes (what egress rules apply, how ingress rules
 * of others see it) and destination classes (the mirror image). One question is decided rule by rule; rows are
 * computed one at a time when they are asked for, and nobody holds all pairs.
 */

import { NONE, subtract } from '../algebra/connection-set.ts';
import type { Direction, Peer, Policy } from '../policy/rule.ts';
import type { Match } from '../policy/selector.ts';
import type { Opening, Way } from '../policy/way.ts';
import type { Algebra } from './algebra.ts';
import { type Cell, EMPTY_CELL } from './cell.ts';
import { destinationParts, sourceParts } from './class-parts.ts';
import { type Classes, makeClasses } from './classes.ts';
import type { Spaces } from './clauses.ts';
import { type Counterpart, join, meet, type Observer, type Verdict } from './decide.ts';
import { Memberships } from './membership.ts';
import type { Node } from './node.ts';
import type { Membership } from './node-set.ts';
import { Targets } from './openings.ts';
import { PortSignatures } from './port-names.ts';
import { PortsSpent } from './port-sets.ts';
import { layOut, type ReachWay } from './reach-way.ts';
import { refuse } from './refusal.ts';
import type { Row } from './row-runs.ts';
import { Rows } from './rows.ts';
import type { SelectorNotes } from './selector-notes.ts';
import type { Shared } from './shared.ts';
import type { SideTables } from './side-tables.ts';
import { spaceOf } from './space.ts';
import type { Vocabulary } from './vocabulary.ts';
import { sidesOf } from './way-sides.ts';
import { portWork, sumOf } from './work.ts';
import { mayMeet, zoneOf } from './zones.ts';

export type { Cell } from './cell.ts';
export type { Row } from './row-runs.ts';

/** Figures that say how large the analysis is; none of them is a time. */
export type Counters = Readonly<Record<string, number>>;

export interface ReachParts {
  /** Endpoints first, then outside addresses, cut so that no rule of any way divides one. */
  readonly nodes: readonly Node[];
  readonly ways: readonly Way[];
  readonly vocabulary: Vocabulary;
  readonly algebra: Algebra;
}

export class Reach {
  readonly nodes: readonly Node[];
  readonly sources: Classes;
  readonly destinations: Classes;
  readonly #shared: Shared;
  readonly #spaces: Spaces;
  readonly #ways: readonly ReachWay[];
  readonly #targets: Targets;
  #rows: Rows | undefined;

  constructor({ nodes, ways, vocabulary, algebra }: ReachParts) {
    this.nodes = nodes;
    const { ports, verdicts, effects } = algebra;
    const memberships = new Memberships(nodes);
    const signatures = new PortSignatures(nodes, vocabulary.portNames);
    const zones = Uint8Array.from(nodes, zoneOf);
    this.#shared = { nodes, zones, memberships, signatures, ports, verdicts, effects };
    this.#targets = new Targets(nodes, memberships);
    const sides = sidesOf(ways, memberships, nodes.length);
    this.sources = makeClasses(this.#shared, sourceParts(sides));
    const openings = vocabulary.openings.map((opening) => memberships.ofPeer(opening));
    const isNaming = ways.some(namesPorts);
    this.destinations = makeClasses(
      this.#shared,
      destinationParts(sides, { openings, isNaming, shared: this.#shared, sources: this.sources }),
    );
    const { sources, destinations } = this;
    this.#spaces = {
      sources: spaceOf({ of: sources.classOf, count: sources.members.length }, zones),
      destinations: spaceOf({ of: destinations.classOf, count: destinations.members.length }, zones),
    };
    this.#ways = layOut(sides, this.#shared, { spaces: this.#spaces, sources, destinations });
    memberships.settle();
  }

  /**
   * The cell of two nodes, by their numbers in `nodes`. It is empty where neither is an endpoint; nothing is asked
   * about what reaches an entry controller.
   */
  between(from: number, to: number): Cell {
    const [source, destination] = [this.nodes[from], this.nodes[to]];
    if (!source || !destination || !mayMeet(zoneOf(source), zoneOf(destination))) return EMPTY_CELL;
    let verdict: Verdict | undefined;
    for (const { way, questions } of this.#waysFrom(source)) {
      const policies = meet(questions.egress.ask(from, to), questions.ingress.ask(to, from));
      const over = way.via === 'entry' ? meet(this.#opened(way.openings, to), policies) : policies;
      verdict = verdict ? join(verdict, over) : over;
    }
    return cellOf(verdict);
  }

  #waysFrom(source: Node): readonly ReachWay[] {
    return this.#ways.filter(({ way }) => (way.via === 'entry') === (source.kind === 'entry'));
  }

  /** What an opening leads to at a node; nothing where it does not lead there. */
  opened(opening: Opening, to: number): Verdict {
    return this.#targets.opened(opening, to);
  }

  #opened(openings: readonly Opening[], to: number): Verdict {
    return openings.map((opening) => this.opened(opening, to)).reduce(join, { must: NONE, may: NONE });
  }

  /** Whether a target means a node. */
  leadsTo(target: Peer, node: number): Match {
    return this.#targets.match(target, node);
  }

  /** Who a target surely and possibly is. */
  targetsOf(target: Peer): Membership {
    return this.#targets.members(target);
  }

  /** What a node's own side lets it exchange, straight, with a peer that is no node, such as a pod that might exist. */
  decideAgainst(node: number, direction: Direction, peer: Counterpart): Cell {
    if (this.nodes[node]?.kind !== 'endpoint') return { allow: NONE, unknown: NONE };
    const verdicts = this.#ways.flatMap(({ way, questions }) =>
      way.via !== 'pod' && way.via !== 'direct' ? [] : [questions[direction].askAbout(node, peer)],
    );
    return cellOf(verdicts.length > 0 ? verdicts.reduce(join) : undefined);
  }

  /** The cells of a source class that hold something. Throws the problem of a budget that is spent on the way. */
  row(source: number): Row {
    return this.#spending(() => this.#matrix.row(source));
  }

  /** One row at a time; nobody keeps them. */
  *rows(): Generator<Row> {
    for (let source = 0; source < this.sources.members.length; source++) yield this.row(source);
  }

  /** Who is answerable for a spent budget of port sets is known here. */
  #spending<T>(compute: () => T): T {
    try {
      return compute();
    } catch (error) {
      if (!(error instanceof PortsSpent)) throw error;
      const tiers = this.#ways.flatMap(({ sides }) => [...sides.egress.tiers, ...sides.ingress.tiers]);
      const costs = portWork([...new Set(tiers)]);
      const detail =
        'the ports of the policies meet in too many different combinations; ask single questions with /v1/evaluate';
      refuse({ limit: 'portIntervals', value: error.intervals, costs, detail });
    }
  }

  /** The cell of two classes, by their numbers in `sources` and `destinations`. */
  cell(source: number, destination: number): Cell {
    const exists = source < this.sources.members.length && destination < this.destinations.members.length;
    return exists ? this.cellAt(this.#spending(() => this.#matrix.cell(source, destination))) : EMPTY_CELL;
  }

  /** The cell that a row means by a number; the same object for equal cells. */
  cellAt(id: number): Cell {
    return this.#shared.verdicts.cell(id);
  }

  get #matrix(): Rows {
    const { sources, destinations } = this;
    this.#rows ??= new Rows({ sources, destinations, spaces: this.#spaces }, this.#ways, {
      ...this.#shared,
      targets: this.#targets,
    });
    return this.#rows;
  }

  /** Every side once. */
  get #tables(): readonly SideTables[] {
    return [...new Set(this.#ways.flatMap(({ tables: { egress, ingress } }) => [egress, ingress]))];
  }

  /** How much work a whole matrix is; it is known before any row is computed. */
  work(): number {
    return this.#spending(() => this.#tables.reduce((sum, { work }) => sum + work, 0));
  }

  /** What each policy adds to it. */
  costs(): Map<Policy, number> {
    return sumOf(this.#tables.map(({ costs }) => costs));
  }

  /** How large everything is, as far as it has been computed. */
  counters(): Counters {
    const { ports, verdicts, effects, memberships } = this.#shared;
    return {
      nodes: this.nodes.length,
      sourceClasses: this.sources.members.length,
      destinationClasses: this.destinations.members.length,
      sets: memberships.sets.count,
      ruleWork: this.work(),
      setBytes: memberships.bytes,
      portSets: ports.count,
      portIntervals: ports.intervals,
      portOperations: ports.operations,
      verdicts: verdicts.count,
      states: effects.states,
    };
  }

  /** Tells an observer of each direction what decides between two nodes. */
  trace(from: number, to: number, observer: (direction: Direction) => Observer): void {
    const source = this.nodes[from];
    if (!source) return;
    for (const { questions } of this.#waysFrom(source)) {
      questions.egress.ask(from, to, observer('egress'));
      questions.ingress.ask(to, from, observer('ingress'));
    }
  }

  /** What stands out among the selectors of the policies: each is known when the reach is made. */
  get selectorNotes(): SelectorNotes {
    return this.#shared.memberships.notes;
  }

  /** Which nodes a peer of a rule means. */
  membershipOf(peer: Peer): Membership {
    return this.#shared.memberships.ofPeer(peer);
  }

  /** The policies that have a say about the node in that direction, surely or possibly. */
  selectedBy(node: number, direction: Direction): ReadonlySet<Policy> {
    if (this.nodes[node]?.kind !== 'endpoint') return new Set();
    const tiers = this.#ways.flatMap(({ questions }) => questions[direction].program(node).layers.flat());
    const ruling = tiers.flatMap((tier) => tier.groups.flat(2)).flatMap(({ rules }) => rules.map((r) => r.policy));
    return new Set([...ruling, ...tiers.flatMap((tier) => tier.ends.flatMap((end) => end.policies))]);
  }

  /** Whether some policy selects the node in that direction, surely or possibly. */
  isolated(node: number, direction: Direction): boolean {
    return this.nodes[node]?.kind === 'endpoint' && this.#ways.some(({ sides }) => sides[direction].isEnded(node));
  }
}

/** Whether openings of a way lead to ports by name, which mean something else at each destination. */
function namesPorts(way: Way): boolean {
  return way.via === 'entry' && way.openings.some(({ ports }) => ports.names.length > 0);
}

function cellOf(verdict: Verdict | undefined): Cell {
  if (!verdict) return EMPTY_CELL;
  return { allow: verdict.must, unknown: verdict.may === verdict.must ? NONE : subtract(verdict.may, verdict.must) };
}
