/**
 * Single questions: one pair, or one node and a peer that might exist, decided rule by rule. They cost the rules about
 * the two ends, whatever a matrix would cost, and can be watched while they are decided.
 */

import type { Match } from '../policy/selector.ts';
import { type Counterpart, decide, type Observer, type Verdict } from './decide.ts';
import type { Node } from './node.ts';
import { membershipOf } from './node-set.ts';
import type { Blocks } from './partition.ts';
import { portsAt } from './port-names.ts';
import type { AppliedRule, SideProgram } from './program.ts';
import { Programs } from './programs.ts';
import type { Side } from './side.ts';

export class SideQuestions {
  readonly #nodes: readonly Node[];
  readonly #programs: Programs;
  readonly #isEgress: boolean;

  /** `subjects`: nodes that the same rules of the side are about. */
  constructor(side: Side, nodes: readonly Node[], subjects: Blocks) {
    this.#nodes = nodes;
    this.#programs = new Programs(side, nodes, subjects);
    this.#isEgress = side.direction === 'egress';
  }

  program(subject: number): SideProgram {
    return this.#programs.of(subject);
  }

  /** What the subject may exchange with a peer. The observer is told what decides. */
  ask(subject: number, peer: number, observer?: Observer): Verdict {
    const destination = this.#nodes[this.#isEgress ? peer : subject];
    const other: Counterpart = {
      match: (rule) => bestMatch(rule, peer),
      ports: ({ rule }) => portsAt(rule.ports, destination),
    };
    return decide(this.program(subject), other, observer);
  }

  /** The same for a peer that is no node. */
  askAbout(subject: number, peer: Counterpart): Verdict {
    return decide(this.program(subject), peer);
  }
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
