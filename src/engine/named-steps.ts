/**
 * The steps of rules that name ports: a name means something else at each destination, and at most of them nothing.
 * Lists of destinations are split by what a rule does there, so that every clause has one step.
 */

import { NONE } from '../algebra/connection-set.ts';
import type { Action, PortSpec } from '../policy/rule.ts';
import type { BlockList } from './block-lists.ts';
import type { Effects, Step } from './effects.ts';
import type { Node } from './node.ts';
import type { Blocks } from './partition.ts';
import { type PortSignatures, portsAt } from './port-names.ts';
import { NO_PORTS, type PortSets } from './port-sets.ts';

/** Destinations at which the names of a rule mean the same. */
export interface NamedPart {
  readonly step: Step;
  readonly blocks: BlockList;
}

/** The names of a rule, and what is done to the ports they mean. */
export interface NamedStep {
  readonly spec: PortSpec;
  readonly action: Action;
  readonly sure: boolean;
  /** By signature. */
  readonly resolved: Int32Array;
  readonly split: Map<BlockList, readonly NamedPart[]>;
  destinations: readonly number[] | undefined;
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
  /** Of each block of destinations, its signature: names mean the same at all of its nodes. */
  readonly #signatureOf: Int32Array;
  readonly #steps = new Map<string, NamedStep>();

  constructor(destinations: Blocks, { effects, ports, signatures }: Algebra) {
    this.#effects = effects;
    this.#ports = ports;
    this.#sample = signatures.sample;
    this.#signatureOf = new Int32Array(destinations.count);
    for (let node = 0; node < destinations.of.length; node++) {
      this.#signatureOf[destinations.of[node] as number] = signatures.of[node] as number;
    }
  }

  /** The names of a rule, done with or without certainty; the same object for the same. */
  of({ names }: PortSpec, action: Action, sure: boolean): NamedStep {
    const key = JSON.stringify([action, sure, names.map(({ protocol, name }) => [protocol, name])]);
    const known = this.#steps.get(key);
    if (known) return known;
    const resolved = new Int32Array(this.#sample.length).fill(UNASKED);
    const spec = { numbers: NONE, names };
    const made: NamedStep = { spec, action, sure, resolved, split: new Map(), destinations: undefined };
    this.#steps.set(key, made);
    return made;
  }

  /** All destinations where some name means something. */
  destinations(step: NamedStep): readonly number[] {
    if (step.destinations) return step.destinations;
    const found: number[] = [];
    for (let block = 0; block < this.#signatureOf.length; block++)
      if (this.#at(step, block) !== NOTHING) found.push(block);
    step.destinations = found;
    return found;
  }

  /** Without the destinations where no name means anything: a name that does not resolve matches nothing. */
  split(step: NamedStep, blocks: BlockList): readonly NamedPart[] {
    const known = step.split.get(blocks);
    if (known) return known;
    const parts = new Map<Step, number[]>();
    for (let i = 0; i < blocks.length; i++) {
      const at = this.#at(step, blocks[i] as number);
      if (at === NOTHING) continue;
      const part = parts.get(at);
      if (part) part.push(blocks[i] as number);
      else parts.set(at, [blocks[i] as number]);
    }
    const made = Array.from(parts, ([part, list]) => ({ step: part, blocks: list }));
    step.split.set(blocks, made);
    return made;
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
