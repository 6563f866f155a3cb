/** The steps of rules that name ports: a name means something else at each destination, and at most of them nothing. */

import { NONE } from '../algebra/connection-set.ts';
import type { Action, PortSpec } from '../policy/rule.ts';
import type { Effects, Step } from './effects.ts';
import type { Node } from './node.ts';
import type { Blocks } from './partition.ts';
import { type PortSignatures, portsAt } from './port-names.ts';
import { NO_PORTS, type PortSets } from './port-sets.ts';

interface NamedStep {
  readonly spec: PortSpec;
  readonly action: Action;
  readonly sure: boolean;
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
  readonly #steps: NamedStep[] = [];
  readonly #ids = new Map<string, number>();
  readonly #destinations: (readonly number[])[] = [];
  /** By id and signature. */
  readonly #resolved: Int32Array[] = [];

  constructor(destinations: Blocks, { effects, ports, signatures }: Algebra) {
    this.#effects = effects;
    this.#ports = ports;
    this.#sample = signatures.sample;
    this.#signatureOf = new Int32Array(destinations.count);
    for (const [node, block] of destinations.of.entries()) this.#signatureOf[block] = signatures.of[node] as number;
  }

  idOf({ names }: PortSpec, action: Action, sure: boolean): number {
    const key = JSON.stringify([action, sure, names.map(({ protocol, name }) => [protocol, name])]);
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.#steps.push({ spec: { numbers: NONE, names }, action, sure }) - 1;
    this.#resolved.push(new Int32Array(this.#sample.length).fill(UNASKED));
    this.#ids.set(key, id);
    return id;
  }

  /** The destinations where some name of a step means something. */
  destinations(id: number): readonly number[] {
    const known = this.#destinations[id];
    if (known) return known;
    const made = [...this.#signatureOf.keys()].filter((block) => this.at(id, block) !== undefined);
    this.#destinations[id] = made;
    return made;
  }

  /** Undefined where no name means anything at the destination: a name that does not resolve matches nothing. */
  at(id: number, destination: number): Step | undefined {
    const steps = this.#resolved[id] as Int32Array;
    const signature = this.#signatureOf[destination] as number;
    let step = steps[signature] as number;
    if (step === UNASKED) {
      step = this.#resolve(id, signature);
      steps[signature] = step;
    }
    return step === NOTHING ? undefined : step;
  }

  #resolve(id: number, signature: number): number {
    const { spec, action, sure } = this.#steps[id] as NamedStep;
    const set = this.#ports.of(portsAt(spec, this.#sample[signature]));
    return set === NO_PORTS ? NOTHING : this.#effects.step(action, set, sure);
  }
}
