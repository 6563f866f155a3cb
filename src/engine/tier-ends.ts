/** How a tier ends for each block of subjects: what happens to packets that none of its rules decides. */

import type { TierEnd } from '../policy/stack.ts';
import type { Clauses } from './clauses.ts';
import type { Effect, Effects, State, Step } from './effects.ts';
import type { Membership, NodeSet } from './node-set.ts';
import { ALL_PORTS } from './port-sets.ts';
import type { VerdictId } from './verdicts.ts';

/** How a block of subjects ends, as bits: what is done possibly, and then the first thing that is done surely. */
const ACTIONS = ['allow', 'deny'] as const;
const SURE = 2;
const KINDS = 1 << (2 * SURE);
const UNKNOWN = -1;

export class TierEnds {
  readonly #effects: Effects;
  /** By block of subjects. */
  readonly kindOf: Uint8Array;
  /** By kind: what is done, doubtful things first, in whatever order; and what became of the states asked about. */
  readonly #steps: readonly (readonly Step[])[];
  readonly #finished = noTables();
  readonly #decided = noTables();

  constructor(clauses: Clauses, effects: Effects) {
    const { side, subjects } = clauses;
    this.#effects = effects;
    this.kindOf = new Uint8Array(subjects.space.count);
    for (let at = 0; at < side.ends.length; at++) {
      const subject = side.endsOf[at] as Membership;
      const bit = 1 << ACTIONS.indexOf((side.ends[at] as TierEnd).action);
      if (subject.maybe) this.#mark(clauses, subject.maybe, bit, 0);
      this.#mark(clauses, subject.sure, bit << SURE, ~0 << SURE);
    }
    this.#steps = Array.from({ length: KINDS }, (_, kind) => stepsOf(kind, effects));
  }

  /** Where a bit of `unless` is set, another end came first. */
  #mark({ subjects }: Clauses, set: NodeSet, bit: number, unless: number): void {
    const kinds = this.kindOf;
    const shape = subjects.of(set);
    const { items } = subjects;
    const start = subjects.starts[shape] as number;
    for (let at = start; at < start + (subjects.sizes[shape] as number); at++) {
      const block = items[at] as number;
      if (((kinds[block] as number) & unless) === 0) kinds[block] = (kinds[block] as number) | bit;
    }
  }

  /** What a state amounts to at the end of the tier, for subjects of a kind. */
  finish(state: State, kind: number): Effect {
    const known = this.#finished[kind] as Int32Array;
    const effect = state < known.length ? (known[state] as Effect) : UNKNOWN;
    return effect !== UNKNOWN ? effect : keep(this.#finished, kind, state, this.#work(state, kind));
  }

  /** The same as a verdict, where no other tier has a say. */
  decide(state: State, kind: number): VerdictId {
    const known = this.#decided[kind] as Int32Array;
    const verdict = state < known.length ? (known[state] as VerdictId) : UNKNOWN;
    if (verdict !== UNKNOWN) return verdict;
    return keep(this.#decided, kind, state, this.#effects.verdict(this.finish(state, kind)));
  }

  #work(state: State, kind: number): Effect {
    let last = state;
    for (const step of this.#steps[kind] as readonly Step[]) last = this.#effects.apply(last, step);
    return this.#effects.finish(last);
  }
}

function noTables(): Int32Array[] {
  return Array.from({ length: KINDS }, () => new Int32Array(0));
}

function keep(tables: Int32Array[], kind: number, state: State, result: number): number {
  let table = tables[kind] as Int32Array;
  if (state >= table.length) {
    const grown = new Int32Array(Math.max(64, state * 2)).fill(UNKNOWN);
    grown.set(table);
    table = grown;
    tables[kind] = grown;
  }
  table[state] = result;
  return result;
}

function stepsOf(kind: number, effects: Effects): Step[] {
  const has = (bit: number) => (kind & (1 << bit)) !== 0;
  const doubtful = ACTIONS.filter((_, i) => has(i)).map((action) => effects.step(action, ALL_PORTS, false));
  const sure = ACTIONS.filter((_, i) => has(i + SURE)).map((action) => effects.step(action, ALL_PORTS, true));
  return [...doubtful, ...sure];
}
