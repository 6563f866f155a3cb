/** How a tier ends for each block of subjects: what happens to packets that none of its rules decides. */

import type { BlockList } from './block-lists.ts';
import type { Clauses } from './clauses.ts';
import type { Effect, Effects, State, Step } from './effects.ts';
import { ALL_PORTS } from './port-sets.ts';

/** How a block of subjects ends, as bits: what is done possibly, and then the first thing that is done surely. */
const ACTIONS = ['allow', 'deny'] as const;
const SURE = 2;
const KINDS = 1 << (2 * SURE);
const UNKNOWN = -1;

export class TierEnds {
  readonly #effects: Effects;
  readonly #kindOf: Uint8Array;
  /** By kind: what is done, doubtful things first, in whatever order; and what became of the states asked about. */
  readonly #steps: readonly (readonly Step[])[];
  readonly #finished: Int32Array[] = Array.from({ length: KINDS }, () => new Int32Array(0));

  constructor(clauses: Clauses, effects: Effects) {
    const { side } = clauses;
    this.#effects = effects;
    this.#kindOf = new Uint8Array(side.subjects.count);
    for (const { end, subject } of side.ends) {
      const blocks = clauses.subjectsIn(subject);
      const bit = 1 << ACTIONS.indexOf(end.action);
      this.#mark(blocks.maybe, bit, 0);
      this.#mark(blocks.sure, bit << SURE, ~0 << SURE);
    }
    this.#steps = Array.from({ length: KINDS }, (_, kind) => stepsOf(kind, effects));
  }

  /** Where a bit of `unless` is set, another end came first. */
  #mark(blocks: BlockList, bit: number, unless: number): void {
    const kinds = this.#kindOf;
    for (let i = 0; i < blocks.length; i++) {
      const block = blocks[i] as number;
      if (((kinds[block] as number) & unless) === 0) kinds[block] = (kinds[block] as number) | bit;
    }
  }

  /** What a state amounts to at the end of the tier, for a block of subjects. */
  finish(state: State, subject: number): Effect {
    const kind = this.#kindOf[subject] as number;
    const finished = this.#finished[kind] as Int32Array;
    if (state < finished.length && finished[state] !== UNKNOWN) return finished[state] as Effect;
    return this.#work(state, kind);
  }

  #work(state: State, kind: number): Effect {
    let last = state;
    for (const step of this.#steps[kind] as readonly Step[]) last = this.#effects.apply(last, step);
    const effect = this.#effects.finish(last);
    let finished = this.#finished[kind] as Int32Array;
    if (state >= finished.length) {
      const grown = new Int32Array(Math.max(64, state * 2)).fill(UNKNOWN);
      grown.set(finished);
      finished = grown;
      this.#finished[kind] = grown;
    }
    finished[state] = effect;
    return effect;
  }
}

function stepsOf(kind: number, effects: Effects): Step[] {
  const has = (bit: number) => (kind & (1 << bit)) !== 0;
  const doubtful = ACTIONS.filter((_, i) => has(i)).map((action) => effects.step(action, ALL_PORTS, false));
  const sure = ACTIONS.filter((_, i) => has(i + SURE)).map((action) => effects.step(action, ALL_PORTS, true));
  return [...doubtful, ...sure];
}
