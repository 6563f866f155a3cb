/**
 * Reach: who can reach whom, as a handle. Nodes fall into source classes (what egress rules apply, how ingress rules
 * of others see it) and destination classes (the mirror image); a cell of two classes is computed when it is asked
 * for, so one question costs no matrix, and nobody holds all pairs.
 */

import { type ConnectionSet, isEmpty, NONE, portRange, subtract, unionAll } from '../algebra/connection-set.ts';
import { resolvePort } from '../policy/endpoint.ts';
import type { Peer, PortSpec } from '../policy/rule.ts';
import type { Way } from '../policy/way.ts';
import { type Classes, makeClasses } from './classes.ts';
import { type Counterpart, decide, join, meet, type Observer, OPEN, type Verdict } from './decide.ts';
import { type Membership, Memberships, membershipOf } from './membership.ts';
import type { Node } from './node.ts';
import { type AppliedRule, programOf, type SideProgram } from './program.ts';

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

export class Reach {
  readonly nodes: readonly Node[];
  readonly sources: Classes;
  readonly destinations: Classes;
  readonly #memberships: Memberships;
  readonly #ways: readonly Way[];
  readonly #programs = new Map<string, SideProgram>();
  readonly #rows = new Map<number, Row>();

  /** `nodes`: endpoints first, then outside addresses, cut so that no rule of any way divides one. */
  constructor(nodes: readonly Node[], ways: readonly Way[]) {
    this.nodes = nodes;
    this.#ways = ways;
    this.#memberships = new Memberships(nodes);
    const stacks = ways.map((w) => w.stack);
    this.sources = makeClasses(nodes, stacks, { side: 'egress', memberships: this.#memberships });
    this.destinations = makeClasses(nodes, stacks, { side: 'ingress', memberships: this.#memberships });
  }

  /** The cell of two classes, by their numbers in `sources` and `destinations`. Between two outside addresses it is empty. */
  cell(source: number, destination: number): Cell {
    const from = this.sources.members[source]?.[0];
    const to = this.destinations.members[destination]?.[0];
    return from === undefined || to === undefined ? EMPTY : this.between(from, to);
  }

  /** The cell of two nodes, by their numbers in `nodes`. */
  between(from: number, to: number): Cell {
    if (this.nodes[from]?.kind !== 'endpoint' && this.nodes[to]?.kind !== 'endpoint') return EMPTY;
    const [first, ...rest] = this.#ways.map((_, way) => this.#verdict(way, from, to));
    if (!first) return EMPTY;
    const verdict = rest.reduce(join, first);
    return { allow: verdict.must, unknown: verdict.may === verdict.must ? NONE : subtract(verdict.may, verdict.must) };
  }

  /** One row, kept once computed: the members of a class share it. */
  row(source: number): Row {
    const known = this.#rows.get(source);
    if (known) return known;
    const cells = new Map<number, Cell>();
    for (let destination = 0; destination < this.destinations.members.length; destination++) {
      const cell = this.cell(source, destination);
      if (!isEmpty(cell.allow) || !isEmpty(cell.unknown)) cells.set(destination, cell);
    }
    const row = { source, cells };
    this.#rows.set(source, row);
    return row;
  }

  *rows(): Generator<Row> {
    for (let source = 0; source < this.sources.members.length; source++) yield this.row(source);
  }

  /** Tells an observer what decides between two nodes, side by side: egress at the source, then ingress at the destination. */
  trace(from: number, to: number, observer: (direction: 'egress' | 'ingress') => Observer): void {
    for (const way of this.#ways.keys()) this.#verdict(way, from, to, observer);
  }

  /** Which nodes a peer of a rule means. */
  membershipOf(peer: Peer): Membership {
    return this.#memberships.ofPeer(peer);
  }

  /** Whether some policy selects the node in that direction, surely or possibly. */
  isolated(node: number, direction: 'egress' | 'ingress'): boolean {
    if (this.nodes[node]?.kind !== 'endpoint') return false;
    return this.#ways.some((_, way) =>
      this.#program(way, direction, node).layers.some((tiers) => tiers.some((t) => t.ends.length > 0)),
    );
  }

  #verdict(way: number, from: number, to: number, observer?: (direction: 'egress' | 'ingress') => Observer): Verdict {
    const side = (direction: 'egress' | 'ingress', subject: number, peer: number): Verdict => {
      if (this.nodes[subject]?.kind !== 'endpoint') return OPEN;
      const program = this.#program(way, direction, subject);
      return decide(program, this.#counterpart(peer, to), observer?.(direction));
    };
    return meet(side('egress', from, to), side('ingress', to, from));
  }

  #counterpart(peer: number, destination: number): Counterpart {
    const to = this.nodes[destination];
    return {
      match: (rule) => bestMatch(rule, peer),
      ports: (rule) => portsAt(rule.rule.ports, to),
    };
  }

  #program(way: number, direction: 'egress' | 'ingress', node: number): SideProgram {
    const classes = direction === 'egress' ? this.sources : this.destinations;
    const key = `${way} ${direction} ${classes.subjectBlockOf[node]}`;
    const known = this.#programs.get(key);
    if (known) return known;
    const stack = this.#ways[way]?.stack ?? { layers: [] };
    const program = programOf(stack, direction, { memberships: this.#memberships, node });
    this.#programs.set(key, program);
    return program;
  }
}

/** A rule's peers are united: the surest match counts. */
function bestMatch(rule: AppliedRule, node: number): 'yes' | 'no' | 'maybe' {
  let best: 'no' | 'maybe' = 'no';
  for (const peer of rule.peers) {
    const match = membershipOf(peer, node);
    if (match === 'yes') return 'yes';
    if (match === 'maybe') best = 'maybe';
  }
  return best;
}

/** Port names resolve at the destination; outside addresses have none. */
export function portsAt(spec: PortSpec, destination: Node | undefined): ConnectionSet {
  if (spec.names.length === 0 || destination?.kind !== 'endpoint') return spec.numbers;
  const named = spec.names.map(({ name, protocol }) => {
    const port = resolvePort(destination.endpoint, protocol, name);
    return port === undefined ? NONE : portRange(protocol, port, port);
  });
  return unionAll([spec.numbers, ...named]);
}
