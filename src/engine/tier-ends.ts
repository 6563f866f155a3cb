/** How a tier ends for each block of subjects: what happens to packets that none of its rules decides. */

import type { Clauses } from './clauses.ts';
import type { Effect, Effects, State, Step } from './effects.ts';
import { PairMemo } from './pair-memo.ts';
import { ALL_PORTS } from './port-sets.ts';
import { Tuples } from './tuples.ts';

export class TierEnds {
  readonly #effects: Effects;
  /** By block of subjects, which ends there are: a tuple of steps, doubtful ones first. */
  readonly #endsOf: Int32Array;
  readonly #ends = new Tuples();
  readonly #finished = new PairMemo();

  constructor(clauses: Clauses, effects: Effects) {
    const { side } = clauses;
    this.#effects = effects;
    this.#endsOf = new Int32Array(side.subjects.count);
    const doubtful: Set<Step>[] = [];
    const sure: Set<Step>[] = [];
    for (const { end, subject } of side.ends) {
      const blocks = clauses.subjectsIn(subject);
      for (const block of blocks.maybe) addTo(doubtful, block, effects.step(end.action, ALL_PORTS, false));
      for (const block of blocks.sure) addTo(sure, block, effects.step(end.action, ALL_PORTS, true));
    }
    for (let block = 0; block < side.subjects.count; block++) {
      this.#endsOf[block] = this.#ends.of([...(doubtful[block] ?? []), ...(sure[block] ?? [])]);
    }
  }

  /** Whether some policy shuts what it does not open, surely or possibly. */
  has(subject: number): boolean {
    return this.#ends.get(this.#endsOf[subject] as number).length > 0;
  }

  /** What a state amounts to at the end of the tier, for a block of subjects. */
  finish(state: State, subject: number): Effect {
    const ends = this.#endsOf[subject] as number;
    const known = this.#finished.get(state, ends);
    if (known >= 0) return known;
    let last = state;
    for (const step of this.#ends.get(ends)) last = this.#effects.apply(last, step);
    const effect = this.#effects.finish(last);
    this.#finished.add(state, ends, effect);
    return effect;
  }
}

function addTo(lists: Set<Step>[], block: number, step: Step): void {
  const list = lists[block];
  if (list) list.add(step);
  else lists[block] = new Set([step]);
}
