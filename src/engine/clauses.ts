/**
 * The rules of a tier as clauses: a list of blocks of subjects, a shape of peers, and a step that is done to the state
 * of every pair of the two. What is not known of a rule's subjects or peers makes clauses of their own, and so do port
 * names, since they mean something else at each destination.
 */

import type { BlockList } from './block-lists.ts';
import type { Effects, Step } from './effects.ts';
import { NamedSteps } from './named-steps.ts';
import type { Node } from './node.ts';
import type { Membership, NodeSet } from './node-set.ts';
import type { PortSignatures } from './port-names.ts';
import { NO_PORTS, type PortSets } from './port-sets.ts';
import { type Shape, Shapes } from './shapes.ts';
import type { TierRule, TierSide } from './tier-side.ts';

export interface Clause {
  /** The position of its rule in the tier. */
  readonly rule: number;
  readonly subjects: BlockList;
  readonly peers: Shape;
  readonly step: ClauseStep;
}

/** The same at every destination, or by name: then `NamedSteps` knows the step at each. */
export type ClauseStep =
  | { readonly kind: 'fixed'; readonly step: Step }
  | { readonly kind: 'named'; readonly id: number };

interface Algebra {
  readonly effects: Effects;
  readonly ports: PortSets;
  readonly signatures: PortSignatures;
}

export class Clauses {
  readonly side: TierSide;
  /** In the order of the rules. */
  readonly list: readonly Clause[];
  readonly named: NamedSteps;
  readonly zoneOfPeer: Uint8Array;
  readonly #shapes: Shapes;
  /** By zones and name: the destinations in them where the name means something. */
  readonly #named = new Map<string, readonly number[]>();

  constructor(side: TierSide, nodes: readonly Node[], algebra: Algebra) {
    this.side = side;
    this.named = new NamedSteps(side.direction === 'egress' ? side.peers : side.subjects, algebra);
    this.#shapes = new Shapes(side.peers, side.peerLists, nodes);
    this.zoneOfPeer = this.#shapes.zoneOfBlock;
    this.list = side.rules.flatMap((rule, position) => this.#ofRule(rule, position, algebra));
  }

  /** The step at a destination; undefined where nothing is meant there. */
  stepAt({ step }: Clause, destination: number): Step | undefined {
    return step.kind === 'fixed' ? step.step : this.named.at(step.id, destination);
  }

  /** The blocks of subjects in a set. */
  subjectsIn({ sure, maybe }: Membership): { readonly sure: BlockList; readonly maybe: BlockList } {
    const { subjectLists } = this.side;
    return { sure: subjectLists.of(sure), maybe: maybe ? subjectLists.of(maybe) : NO_BLOCKS };
  }

  #ofRule(rule: TierRule, position: number, algebra: Algebra): Clause[] {
    const subjects = this.subjectsIn(rule.subject);
    const clauses: Clause[] = [];
    const add = (about: BlockList, peers: NodeSet | undefined, sure: boolean): void => {
      if (about.length === 0 || !peers) return;
      const shape = this.#shapes.of(peers);
      for (const step of stepsOf(rule, sure, { ...algebra, named: this.named })) {
        const clause = this.#where({ rule: position, subjects: about, peers: shape, step });
        if (clause.subjects.length > 0 && (clause.peers.zones !== 0 || clause.peers.blocks.length > 0)) {
          clauses.push(clause);
        }
      }
    };
    // A peer that one clause surely and another possibly means is meant surely: doing a step again changes nothing.
    for (const { sure, maybe } of rule.peers) {
      add(subjects.sure, sure, true);
      add(subjects.sure, maybe, false);
      add(subjects.maybe, sure, false);
      add(subjects.maybe, maybe, false);
    }
    return clauses;
  }

  /** Where names are resolved by the peer, a zone is no whole any more: the destinations the name means are listed. */
  #where(clause: Clause): Clause {
    const { step, peers } = clause;
    if (step.kind === 'fixed' || this.side.direction === 'ingress' || peers.zones === 0) return clause;
    const key = `${peers.zones} ${step.id}`;
    const whole =
      this.#named.get(key) ?? this.named.destinations(step.id).filter((block) => this.#shapes.isIn(peers.zones, block));
    this.#named.set(key, whole);
    return { ...clause, peers: { zones: 0, blocks: peers.blocks.length === 0 ? whole : [...peers.blocks, ...whole] } };
  }
}

const NO_BLOCKS: BlockList = [];

function stepsOf(
  { rule: { action, ports: spec } }: TierRule,
  sure: boolean,
  { effects, ports, named }: Algebra & { readonly named: NamedSteps },
): ClauseStep[] {
  const numbers = ports.of(spec.numbers);
  const fixed: ClauseStep = { kind: 'fixed', step: effects.step(action, numbers, sure) };
  const byName = spec.names.length > 0 ? named.idOf(spec, action, sure) : undefined;
  return [
    numbers === NO_PORTS ? [] : fixed,
    byName === undefined ? [] : ({ kind: 'named', id: byName } as const),
  ].flat();
}
