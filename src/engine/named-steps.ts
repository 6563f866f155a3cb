/**
 * The steps of rules that name ports: a name means something else at each destination, and at most of them nothing.
 * Shapes of destinations are split by what a rule does there, so that every clause has one step.
 */

import { NONE } from '../algebra/connection-set.ts';
import type { Action, PortSpec } from '../policy/rule.ts';
import { entryOf, pushTo } from '../util/ordering.ts';
import { BlockMap } from './block-map.ts';
import type { Effects, Step } from './effects.ts';
import type { Node } from './node.ts';
import { PairMemo } from './pair-memo.ts';
import { type PortSignatures, portsAt } from './port-names.ts';
import { NO_PORTS, type PortSets } from './port-sets.ts';
import type { Shape, Shapes } from './shapes.ts';

/** Destinations at which the names of a rule mean the same. */
export interface NamedPart {
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
  meantAt: readonly number[] | undefined;
}

/** Kept for a signature where no name means anything, and for one that has not been asked about. */
const NOTHING = -1;
const UNASKED = -2;

const NO_PARTS: readonly NamedPart[] = [];

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
  /** Of each block of destinations, its signature: names mean the same at all of its nodes; and the other way around. */
  readonly #signatureOf: Int32Array;
  readonly #withSignature: BlockMap;
  readonly #numbers = new Map<string, number>();
  /** By a list of ports, which few policies write anew; by action and certainty. */
  readonly #ofSpec = new Map<PortSpec, Map<Action, number[]>>();
  readonly #steps: NamedStep[] = [];
  /** By step and shape, the position of the parts. */
  readonly #known = new PairMemo();
  readonly #parts: (readonly NamedPart[])[] = [];
  /** Scratch: blocks of a shape, and the step of each. */
  readonly #blocks: Int32Array;
  readonly #stepOf: Int32Array;
  #count = 0;

  constructor(destinations: Shapes, { effects, ports, signatures }: Algebra) {
    this.#effects = effects;
    this.#ports = ports;
    this.#sample = signatures.sample;
    this.#destinations = destinations;
    const { of, count } = destinations.space;
    this.#signatureOf = new Int32Array(count);
    for (let node = 0; node < of.length; node++) this.#signatureOf[of[node] as number] = signatures.of[node] as number;
    this.#withSignature = BlockMap.keysOf(this.#signatureOf, this.#sample.length);
    this.#blocks = new Int32Array(count);
    this.#stepOf = new Int32Array(count);
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
    return this.#steps.push({ spec: { numbers: NONE, names }, action, sure, resolved, meantAt: undefined }) - 1;
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

  #split(step: NamedStep, shape: Shape): readonly NamedPart[] {
    this.#count = 0;
    const { starts, sizes, zones, items } = this.#destinations;
    const start = starts[shape] as number;
    const end = start + (sizes[shape] as number);
    for (let at = start; at < end; at++) {
      const block = items[at] as number;
      this.#hold(block, this.#at(step, this.#signatureOf[block] as number));
    }
    if (zones[shape] !== 0) {
      for (const signature of this.#meantAt(step)) this.#holdIn(zones[shape] as number, step, signature);
    }
    return this.#parted();
  }

  /** The blocks of some zones that have a signature. */
  #holdIn(zones: number, step: NamedStep, signature: number): void {
    const { starts, items } = this.#withSignature;
    const zoneOf = this.#destinations.space.zones;
    const end = starts[signature + 1] as number;
    for (let at = starts[signature] as number; at < end; at++) {
      const block = items[at] as number;
      if ((zones & (1 << (zoneOf[block] as number))) !== 0) this.#hold(block, this.#at(step, signature));
    }
  }

  /** Puts a block where its step is done, unless no name means anything there. */
  #hold(block: number, step: Step): void {
    if (step === NOTHING) return;
    this.#blocks[this.#count] = block;
    this.#stepOf[this.#count++] = step;
  }

  /** The blocks at hand by their steps; most often it is one. */
  #parted(): readonly NamedPart[] {
    const blocks = this.#blocks;
    const stepOf = this.#stepOf;
    const count = this.#count;
    if (count === 0) return NO_PARTS;
    const step = stepOf[0] as Step;
    let same = 1;
    while (same < count && stepOf[same] === step) same++;
    return same === count ? [{ step, shape: this.#destinations.add(blocks, count) }] : this.#partedByStep();
  }

  #partedByStep(): readonly NamedPart[] {
    return Array.from(this.#byStep(), ([step, list]) => ({ step, shape: this.#destinations.add(list, list.length) }));
  }

  #byStep(): Map<Step, number[]> {
    const parts = new Map<Step, number[]>();
    for (let i = 0; i < this.#count; i++) pushTo(parts, this.#stepOf[i] as Step, this.#blocks[i] as number);
    return parts;
  }

  /** All signatures at which some name means something. */
  #meantAt(step: NamedStep): readonly number[] {
    if (step.meantAt) return step.meantAt;
    const found: number[] = [];
    for (let id = 0; id < step.resolved.length; id++) if (this.#at(step, id) !== NOTHING) found.push(id);
    step.meantAt = found;
    return found;
  }

  #at(step: NamedStep, signature: number): Step {
    const known = step.resolved[signature] as number;
    if (known !== UNASKED) return known;
    const set = this.#ports.of(portsAt(step.spec, this.#sample[signature]));
    const made = set === NO_PORTS ? NOTHING : this.#effects.step(step.action, set, step.sure);
    step.resolved[signature] = made;
    return made;
  }
}
