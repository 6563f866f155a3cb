/**
 * The steps of rules that name ports: a name means something else at each destination, and at most of them nothing.
 * Shapes of destinations are split by what a rule does there, so that every clause has one step.
 */

import { NONE } from '../algebra/connection-set.ts';
import type { Action, PortSpec } from '../policy/rule.ts';
import { entryOf } from '../util/ordering.ts';
import type { Effects, Step } from './effects.ts';
import type { Node } from './node.ts';
import { PairMemo } from './pair-memo.ts';
import { type PortSignatures, portsAt } from './port-names.ts';
import { NO_PORTS, type PortSets } from './port-sets.ts';
import type { Shape, Shapes } from './shapes.ts';

/** Destinations at which the names of a rule mean the same. */
interface NamedPart {
  readonly step: Step;
  readonly shape: Shape;
}

/** The names of a rule, and what is done to the ports they mean. */
interface NamedStep {
  readonly spec: PortSpec;
  readonly action: Action;
  readonly sure: boolean;
  /** By signature. */
  readonly resolved: Int32Array;
  everywhere: readonly number[] | undefined;
}

/** Kept for a signature where no name means anything, and for one that has not been asked about. */
const NOTHING = -1;
const UNASKED = -2;

interface Algebra {
  readonly effects: Effects;
  readonly ports: PortSets;
  readonly signatures: PortSignatures;
}

export class NamedSteps {
  readonly #effects: Effects;
  readonly #ports: PortSets;
  readonly #sample: readonly Node[];
  readonly #destinations: Shapes;
  /** Of each block of destinations, its signature: names mean the same at all of its nodes. */
  readonly #signatureOf: Int32Array;
  readonly #numbers = new Map<string, number>();
  /** By a list of ports, which few policies write anew; by action and certainty. */
  readonly #ofSpec = new Map<PortSpec, Map<Action, number[]>>();
  readonly #steps: NamedStep[] = [];
  /** By step and shape, the position of the parts. */
  readonly #known = new PairMemo();
  readonly #parts: (readonly NamedPart[])[] = [];

  constructor(destinations: Shapes, { effects, ports, signatures }: Algebra) {
    this.#effects = effects;
    this.#ports = ports;
    this.#sample = signatures.sample;
    this.#destinations = destinations;
    const { of, count } = destinations.space;
    this.#signatureOf = new Int32Array(count);
    for (let node = 0; node < of.length; node++) this.#signatureOf[of[node] as number] = signatures.of[node] as number;
  }

  /** The names of a rule, done with or without certainty; the same number for the same. */
  of(spec: PortSpec, action: Action, sure: boolean): number {
    const byAction = entryOf(this.#ofSpec, spec, () => new Map<Action, number[]>());
    const numbers = entryOf(byAction, action, () => []);
    numbers[Number(sure)] ??= this.#number(spec, action, sure);
    return numbers[Number(sure)] as number;
  }

  #number({ names }: PortSpec, action: Action, sure: boolean): number {
    const key = JSON.stringify([action, sure, names.map(({ protocol, name }) => [protocol, name])]);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const resolved = new Int32Array(this.#sample.length).fill(UNASKED);
    this.#numbers.set(key, this.#steps.length);
    return this.#steps.push({ spec: { numbers: NONE, names }, action, sure, resolved, everywhere: undefined }) - 1;
  }

  /**
   * Without the destinations where no name means anything: a name that does not resolve matches nothing. A zone is no
   * whole any more then: the blocks in it where a name means something are listed.
   */
  split(step: number, shape: Shape): readonly NamedPart[] {
    const known = this.#known.get(step, shape);
    if (known >= 0) return this.#parts[known] as readonly NamedPart[];
    this.#known.add(step, shape, this.#parts.length);
    const made = this.#split(this.#steps[step] as NamedStep, shape);
    this.#parts.push(made);
    return made;
  }

  #split(step: NamedStep, shape: Shape): NamedPart[] {
    const { starts, sizes, zones, items, space } = this.#destinations;
    const parts = new Map<Step, number[]>();
    const start = starts[shape] as number;
    const end = start + (sizes[shape] as number);
    for (let at = start; at < end; at++) this.#addTo(parts, step, items[at] as number);
    const whole = zones[shape] as number;
    if (whole !== 0) {
      for (const block of this.#destinationsOf(step)) {
        if ((whole & (1 << (space.zones[block] as number))) !== 0) this.#addTo(parts, step, block);
      }
    }
    return Array.from(parts, ([at, list]) => ({ step: at, shape: this.#destinations.add(list, list.length) }));
  }

  #addTo(parts: Map<Step, number[]>, step: NamedStep, block: number): void {
    const at = this.#at(step, block);
    if (at === NOTHING) return;
    const part = parts.get(at);
    if (part) part.push(block);
    else parts.set(at, [block]);
  }

  /** All destinations where some name means something. */
  #destinationsOf(step: NamedStep): readonly number[] {
    step.everywhere ??= [...this.#signatureOf.keys()].filter((block) => this.#at(step, block) !== NOTHING);
    return step.everywhere;
  }

  #at(step: NamedStep, destination: number): Step {
    const signature = this.#signatureOf[destination] as number;
    const known = step.resolved[signature] as number;
    if (known !== UNASKED) return known;
    const set = this.#ports.of(portsAt(step.spec, this.#sample[signature]));
    const made = set === NO_PORTS ? NOTHING : this.#effects.step(step.action, set, step.sure);
    step.resolved[signature] = made;
    return made;
  }
}
