/**
 * The rules of a tier as clauses: a list of blocks of subjects, a shape of peers, and a step that is done to the state
 * of every pair of the two. What is not known of a rule's subjects or peers makes clauses of their own, and so do port
 * names, since they mean something else at each destination. Clauses are columns of numbers: a large cluster has tens
 * of thousands.
 */

import { type BlockList, BlockLists } from './block-lists.ts';
import type { Effects, Step } from './effects.ts';
import { NamedSteps } from './named-steps.ts';
import type { Node } from './node.ts';
import type { Membership, NodeSet } from './node-set.ts';
import type { PortSignatures } from './port-names.ts';
import { NO_PORTS, type PortSets } from './port-sets.ts';
import { type Shape, Shapes } from './shapes.ts';
import type { TierRule, TierSide } from './tier-side.ts';
import { UNPLACED, zoneOf } from './zones.ts';

interface Algebra {
  readonly effects: Effects;
  readonly ports: PortSets;
  readonly signatures: PortSignatures;
}

export class Clauses {
  readonly side: TierSide;
  readonly zoneOfPeer: Uint8Array;
  /** By clause, in the order of the rules: the position of its rule, its subjects and its shape by number, its step. */
  readonly rules: number[] = [];
  readonly subjects: number[] = [];
  readonly shapes: number[] = [];
  readonly steps: Step[] = [];
  /** The lists of subjects and the shapes of peers, each once. */
  readonly subjectLists: BlockList[] = [];
  readonly shapeList: Shape[] = [];
  readonly #algebra: Algebra;
  readonly #named: NamedSteps;
  readonly #blocks: BlockLists;
  readonly #shapes: Shapes;
  readonly #subjectIds = new Map<BlockList, number>();
  readonly #shapeIds = new Map<Shape, number>();

  constructor(side: TierSide, nodes: readonly Node[], algebra: Algebra) {
    this.side = side;
    this.#algebra = algebra;
    this.#named = new NamedSteps(side.direction === 'egress' ? side.peers : side.subjects, algebra);
    // Policies are about endpoints, and about a controller only where its place is known.
    const unplaced = nodes.flatMap((node, i) => (zoneOf(node) === UNPLACED ? [side.subjects.of[i] as number] : []));
    this.#blocks = new BlockLists(side.subjects, unplaced);
    this.#shapes = new Shapes(side.peers, new BlockLists(side.peers), nodes);
    this.zoneOfPeer = this.#shapes.zoneOfBlock;
    for (let position = 0; position < side.rules.length; position++) {
      this.#addRule(side.rules[position] as TierRule, position);
    }
  }

  get count(): number {
    return this.rules.length;
  }

  subjectsOf(clause: number): BlockList {
    return this.subjectLists[this.subjects[clause] as number] as BlockList;
  }

  peersOf(clause: number): Shape {
    return this.shapeList[this.shapes[clause] as number] as Shape;
  }

  /** The blocks of subjects in a set. */
  subjectsIn({ sure, maybe }: Membership): { readonly sure: BlockList; readonly maybe: BlockList } {
    return { sure: this.#blocks.of(sure), maybe: maybe ? this.#blocks.of(maybe) : NO_BLOCKS };
  }

  /** A peer that one clause surely and another possibly means is meant surely: doing a step again changes nothing. */
  #addRule(rule: TierRule, position: number): void {
    const subjects = this.subjectsIn(rule.subject);
    for (let i = 0; i < rule.peers.length; i++) {
      const { sure, maybe } = rule.peers[i] as Membership;
      this.#addSteps(rule, position, { subjects: subjects.sure, peers: sure, sure: true });
      if (maybe) this.#addSteps(rule, position, { subjects: subjects.sure, peers: maybe, sure: false });
      if (subjects.maybe.length === 0) continue;
      this.#addSteps(rule, position, { subjects: subjects.maybe, peers: sure, sure: false });
      if (maybe) this.#addSteps(rule, position, { subjects: subjects.maybe, peers: maybe, sure: false });
    }
  }

  #addSteps({ rule: { action, ports: spec } }: TierRule, position: number, { subjects, peers, sure }: Ends): void {
    if (subjects.length === 0) return;
    const { effects, ports } = this.#algebra;
    const shape = this.#shapes.of(peers);
    const numbers = ports.of(spec.numbers);
    if (numbers !== NO_PORTS) this.#add(position, subjects, shape, effects.step(action, numbers, sure));
    if (spec.names.length === 0) return;
    const named = this.#named.of(spec, action, sure);
    if (this.side.direction === 'ingress') {
      for (const { step, blocks } of this.#named.split(named, subjects)) this.#add(position, blocks, shape, step);
      return;
    }
    for (const { step, shape: part } of this.#shapes.parts(shape, named, this.#named)) {
      this.#add(position, subjects, part, step);
    }
  }

  #add(rule: number, subjects: BlockList, shape: Shape, step: Step): void {
    if (shape.zones === 0 && shape.blocks.length === 0) return;
    this.rules.push(rule);
    this.subjects.push(numberOf(subjects, this.#subjectIds, this.subjectLists));
    this.shapes.push(numberOf(shape, this.#shapeIds, this.shapeList));
    this.steps.push(step);
  }
}

interface Ends {
  readonly subjects: BlockList;
  readonly peers: NodeSet;
  readonly sure: boolean;
}

const NO_BLOCKS: BlockList = [];

function numberOf<T>(item: T, numbers: Map<T, number>, items: T[]): number {
  const known = numbers.get(item);
  if (known !== undefined) return known;
  numbers.set(item, items.length);
  return items.push(item) - 1;
}
