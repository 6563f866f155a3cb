/**
 * The rules of a tier as clauses: a shape of sources, a shape of destinations, and a step that is done to the state of
 * every pair of the two. What is not known of a rule's subjects or peers makes clauses of their own, and so do port
 * names, since they mean something else at each destination. Clauses are columns of numbers: a large cluster has tens
 * of thousands.
 */

import type { PortSpec } from '../policy/rule.ts';
import type { Effects, Step } from './effects.ts';
import type { Memberships } from './membership.ts';
import { type NamedPart, NamedSteps } from './named-steps.ts';
import type { Membership, NodeSet } from './node-set.ts';
import type { PortSignatures } from './port-names.ts';
import { NO_PORTS, type PortSet, type PortSets } from './port-sets.ts';
import { type Shape, Shapes } from './shapes.ts';
import type { Space } from './space.ts';
import type { TierSide } from './tier-side.ts';

interface Algebra {
  readonly effects: Effects;
  readonly ports: PortSets;
  readonly signatures: PortSignatures;
  readonly memberships: Memberships;
}

/** Where the sources and the destinations of a tier are told apart. */
export interface Spaces {
  readonly sources: Space;
  readonly destinations: Space;
}

export class Clauses {
  readonly side: TierSide;
  /** By clause, in the order of the rules: the position of its rule, its shapes, and its step. */
  readonly rules: number[] = [];
  readonly from: Shape[] = [];
  readonly to: Shape[] = [];
  readonly steps: Step[] = [];
  readonly sources: Shapes;
  readonly destinations: Shapes;
  readonly #algebra: Algebra;
  readonly #named: NamedSteps;
  readonly #portSets = new Map<PortSpec, PortSet>();

  constructor(side: TierSide, { sources, destinations }: Spaces, algebra: Algebra) {
    this.side = side;
    this.#algebra = algebra;
    const isEgress = side.direction === 'egress';
    const { count } = algebra.memberships.sets;
    this.sources = new Shapes(sources, isEgress ? 'subject' : 'peer', count);
    this.destinations = new Shapes(destinations, isEgress ? 'peer' : 'subject', count);
    this.#named = new NamedSteps(this.destinations, algebra);
    for (let position = 0; position < side.rules.length; position++) this.#addRule(position);
  }

  get count(): number {
    return this.rules.length;
  }

  get subjects(): Shapes {
    return this.side.direction === 'egress' ? this.sources : this.destinations;
  }

  get peers(): Shapes {
    return this.side.direction === 'egress' ? this.destinations : this.sources;
  }

  /** The shapes of their subjects, and of their peers. */
  get subjectOf(): readonly Shape[] {
    return this.side.direction === 'egress' ? this.from : this.to;
  }

  get peerOf(): readonly Shape[] {
    return this.side.direction === 'egress' ? this.to : this.from;
  }

  /** A peer that one clause surely and another possibly means is meant surely: doing a step again changes nothing. */
  #addRule(position: number): void {
    const { subjectOf, peerStarts, peerOf } = this.side;
    const subject = subjectOf[position] as Membership;
    for (let at = peerStarts[position] as number; at < (peerStarts[position + 1] as number); at++) {
      const { sure, maybe } = peerOf[at] as Membership;
      this.#addSteps(position, subject.sure, sure, true);
      if (maybe) this.#addSteps(position, subject.sure, maybe, false);
      if (!subject.maybe) continue;
      this.#addSteps(position, subject.maybe, sure, false);
      if (maybe) this.#addSteps(position, subject.maybe, maybe, false);
    }
  }

  #addSteps(position: number, subjects: NodeSet, peers: NodeSet, sure: boolean): void {
    if (subjects.size === 0 || peers.size === 0) return;
    const { ports: spec, action } = this.side.rules[position] as TierSide['rules'][number];
    const isEgress = this.side.direction === 'egress';
    const from = this.sources.of(isEgress ? subjects : peers);
    const to = this.destinations.of(isEgress ? peers : subjects);
    const numbers = this.#portsOf(spec);
    if (numbers !== NO_PORTS) this.#add(position, from, to, this.#algebra.effects.step(action, numbers, sure));
    if (spec.names.length === 0) return;
    const parts = this.#named.split(this.#named.of(spec, action, sure), to);
    for (let i = 0; i < parts.length; i++) {
      const { step, shape } = parts[i] as NamedPart;
      this.#add(position, from, shape, step);
    }
  }

  /** Policies say the same few lists of ports again and again. */
  #portsOf(spec: PortSpec): PortSet {
    const known = this.#portSets.get(spec);
    if (known !== undefined) return known;
    const made = this.#algebra.ports.of(spec.numbers);
    this.#portSets.set(spec, made);
    return made;
  }

  #add(rule: number, from: Shape, to: Shape, step: Step): void {
    if (this.sources.isNothing(from) || this.destinations.isNothing(to)) return;
    this.rules.push(rule);
    this.from.push(from);
    this.to.push(to);
    this.steps.push(step);
  }
}
