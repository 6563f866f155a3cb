/**
 * One side of every connection over one way: what the policies about a subject let it exchange with a peer. Nodes
 * that the same rules apply to share a program, and what a program says about a block of peers that no rule tells
 * apart is computed once.
 */

import { type ConnectionSet, NONE, portRange, unionAll } from '../algebra/connection-set.ts';
import { resolvePort } from '../policy/endpoint.ts';
import type { Direction, PortSpec } from '../policy/rule.ts';
import type { Match } from '../policy/selector.ts';
import type { PolicyStack } from '../policy/stack.ts';
import type { Blocks } from './classes.ts';
import { type Counterpart, decide, type Observer, OPEN, type Verdict } from './decide.ts';
import { type Memberships, membershipOf } from './membership.ts';
import type { Node } from './node.ts';
import { type AppliedRule, programOf, type SideProgram } from './program.ts';

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

export class Side {
  readonly #context: SideContext;
  readonly #programs: (SideProgram | undefined)[] = [];
  readonly #verdicts = new Map<number, Verdict>();

  constructor(context: SideContext) {
    this.#context = context;
  }

  /** An end outside the cluster has no policies: that side is open. */
  verdict(subject: number, peer: number): Verdict {
    const { nodes, subjects, peers } = this.#context;
    if (!hasPolicies(nodes[subject])) return OPEN;
    const key = (subjects.of[subject] ?? 0) * peers.count + (peers.of[peer] ?? 0);
    const known = this.#verdicts.get(key);
    if (known) return known;
    const verdict = decide(this.program(subject), this.#counterpart(subject, peer));
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
    const { stack, direction, memberships, subjects } = this.#context;
    const block = subjects.of[subject] ?? 0;
    const program = this.#programs[block] ?? programOf(stack, direction, { memberships, node: subject });
    this.#programs[block] = program;
    return program;
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
