/**
 * One side of every connection over one way: what the policies about a subject let it exchange with a peer. Nodes
 * that the same rules apply to share a program. Most peers meet none of a program's own rules: for them one verdict
 * serves, and only the blocks of peers that some rule singles out are decided one by one.
 */

import { type ConnectionSet, NONE, portRange, unionAll } from '../algebra/connection-set.ts';
import { resolvePort } from '../policy/endpoint.ts';
import type { Direction, Policy, PortSpec } from '../policy/rule.ts';
import type { Match } from '../policy/selector.ts';
import type { PolicyStack } from '../policy/stack.ts';
import { BlockIndex } from './block-index.ts';
import type { Blocks } from './classes.ts';
import { type Counterpart, decide, type Observer, OPEN, type Verdict } from './decide.ts';
import { type Membership, type Memberships, membershipOf } from './membership.ts';
import type { Node } from './node.ts';
import { type AppliedRule, appliedRules, type SideProgram } from './program.ts';
import { isUniversal, makePrograms } from './programs.ts';
import { ruleWork } from './rule-work.ts';

export interface SideContext {
  readonly stack: PolicyStack;
  readonly direction: Direction;
  readonly nodes: readonly Node[];
  readonly memberships: Memberships;
  /** Blocks of subjects that the same rules apply to; for ingress also told apart by what port names mean there. */
  readonly subjects: Blocks;
  /** Blocks of peers that rules of this direction see alike; for egress also told apart by port names. */
  readonly peers: Blocks;
}

/** What a program says of peers in general, and the blocks of peers it says something of its own about. */
interface Outline {
  /** Undefined where every block has to be decided for itself. */
  readonly general: Verdict | undefined;
  readonly special: ReadonlySet<number>;
}

const NO_BLOCKS: ReadonlySet<number> = new Set();
const ALL_OPEN: Outline = { general: OPEN, special: NO_BLOCKS };

export class Side {
  readonly #context: SideContext;
  readonly #subjectBlocks: BlockIndex;
  readonly #peerBlocks: BlockIndex;
  readonly #programs: readonly SideProgram[];
  readonly #outlines: (Outline | undefined)[] = [];
  readonly #verdicts = new Map<number, Verdict>();

  constructor(context: SideContext) {
    this.#context = context;
    this.#subjectBlocks = new BlockIndex(context.subjects);
    this.#peerBlocks = new BlockIndex(context.peers);
    this.#programs = makePrograms({ ...context, subjectBlocks: this.#subjectBlocks });
  }

  /** An end outside the cluster has no policies: that side is open. */
  verdict(subject: number, peer: number): Verdict {
    const { nodes, subjects, peers } = this.#context;
    if (!hasPolicies(nodes[subject])) return OPEN;
    const { general, special } = this.outline(subject);
    const block = peers.of[peer] ?? 0;
    if (general && !special.has(block)) return general;
    const key = (subjects.of[subject] ?? 0) * peers.count + block;
    const verdict = this.#verdicts.get(key) ?? decide(this.program(subject), this.#counterpart(subject, peer));
    this.#verdicts.set(key, verdict);
    return verdict;
  }

  /** The same for a peer that is no node. */
  verdictFor(subject: number, peer: Counterpart): Verdict {
    return this.#context.nodes[subject]?.kind === 'endpoint' ? decide(this.program(subject), peer) : OPEN;
  }

  /** Tells the observer what decides. */
  trace(subject: number, peer: number, observer: Observer): void {
    if (!hasPolicies(this.#context.nodes[subject])) return;
    decide(this.program(subject), this.#counterpart(subject, peer), observer);
  }

  program(subject: number): SideProgram {
    const program = this.#programs[this.#context.subjects.of[subject] ?? 0];
    if (!program) throw new Error(`node ${subject} is in no block of subjects`);
    return program;
  }

  outline(subject: number): Outline {
    const { nodes, subjects } = this.#context;
    if (!hasPolicies(nodes[subject])) return ALL_OPEN;
    const block = subjects.of[subject] ?? 0;
    const outline = this.#outlines[block] ?? this.#outlineOf(subject);
    this.#outlines[block] = outline;
    return outline;
  }

  #outlineOf(subject: number): Outline {
    const { nodes, direction } = this.#context;
    const program = this.program(subject);
    const special = new Set<number>();
    let uniform = true;
    for (const { rule, peers } of appliedRules(program)) {
      if (!isUniversal(rule)) for (const peer of peers) this.#addBlocks(special, peer);
      // A port name that a rule about everyone mentions means something else at each destination.
      else if (direction === 'egress' && rule.ports.names.length > 0) uniform = false;
    }
    if (!uniform) return { general: undefined, special };
    const destination = nodes[subject];
    const general = decide(program, {
      match: ({ rule }) => (isUniversal(rule) ? (rule.peers.some((p) => p.kind === 'any') ? 'yes' : 'maybe') : 'no'),
      ports: ({ rule }) => portsAt(rule.ports, destination),
    });
    return { general, special };
  }

  #addBlocks(into: Set<number>, peer: Membership): void {
    for (const block of this.#peerBlocks.sure(peer)) into.add(block);
    for (const block of this.#peerBlocks.maybe(peer)) into.add(block);
  }

  /** What each policy adds to the work of a whole matrix. */
  work(): Map<Policy, number> {
    const { stack, direction, memberships } = this.#context;
    return ruleWork({
      stack,
      direction,
      memberships,
      subjectBlocks: this.#subjectBlocks,
      peerBlocks: this.#peerBlocks,
    });
  }

  #counterpart(subject: number, peer: number): Counterpart {
    const { nodes, direction } = this.#context;
    const destination = nodes[direction === 'egress' ? peer : subject];
    return {
      match: (rule) => bestMatch(rule, peer),
      ports: (rule) => portsAt(rule.rule.ports, destination),
    };
  }
}

/** Whether policies can be about it at all: not about outside addresses, nor a controller of which nothing is known. */
function hasPolicies(node: Node | undefined): boolean {
  return node?.kind === 'endpoint' || (node?.kind === 'entry' && node.placed);
}

/** A rule's peers are united: the surest match counts. */
function bestMatch(rule: AppliedRule, node: number): Match {
  let best: Match = 'no';
  for (const peer of rule.peers) {
    const match = membershipOf(peer, node);
    if (match === 'yes') return 'yes';
    if (match === 'maybe') best = 'maybe';
  }
  return best;
}

/** The packets a rule's ports mean at a destination. Names resolve there; outside addresses have none. */
export function portsAt(spec: PortSpec, destination: Node | undefined): ConnectionSet {
  if (spec.names.length === 0 || destination?.kind !== 'endpoint') return spec.numbers;
  const named = spec.names.map(({ name, protocol }) => {
    const port = resolvePort(destination.endpoint, protocol, name);
    return port === undefined ? NONE : portRange(protocol, port, port);
  });
  return unionAll([spec.numbers, ...named]);
}
