/**
 * Kernel: a tier all of whose rules do the same, such as NetworkPolicy's, which only allow. Then their order says
 * nothing: what a pair gets is the union of what any rule gives, and a row is computed from the rules that name its
 * source, as a subject or as a peer, when it is asked for.
 */

import { BlockMap } from './block-map.ts';
import type { Clauses } from './clauses.ts';
import { type Effect, type Effects, FRESH, type State, type Step } from './effects.ts';
import { Found } from './found.ts';
import { type Numbers, narrowed, numbersBelow } from './number-pool.ts';
import type { Shape } from './shapes.ts';
import { TierEnds } from './tier-ends.ts';
import type { Finding, TierTable } from './tier-table.ts';
import { EgressBase, IngressBase, type UniformBase } from './uniform-base.ts';
import type { VerdictId } from './verdicts.ts';

export class UniformTier implements TierTable, Finding {
  readonly found: Found;
  readonly finding: Finding = this;
  readonly #effects: Effects;
  readonly #ends: TierEnds;
  readonly #base: UniformBase;
  /** The shapes that list a source. */
  readonly #holding: BlockMap;
  /** The clauses from a shape; beside each its step, and the shape of its destinations. */
  readonly #from: BlockMap;
  readonly #steps: Numbers;
  /** What the step makes of a fresh state, as most are. */
  readonly #fromFresh: Numbers;
  readonly #to: Numbers;
  /** By shape of destinations, where in `items` they lie. */
  readonly #starts: Int32Array;
  readonly #sizes: Int32Array;
  readonly #items: Numbers;

  constructor(clauses: Clauses, effects: Effects) {
    const { sources, destinations, to, steps, side } = clauses;
    this.#effects = effects;
    this.#ends = new TierEnds(clauses, effects);
    const Base = side.direction === 'egress' ? EgressBase : IngressBase;
    this.#base = new Base(clauses, this.#ends, effects);
    this.#holding = BlockMap.inverse(sources, sources.space.count);
    this.#from = BlockMap.keysOf(clauses.from, sources.count);
    const { items } = this.#from;
    const [stepOf, fromFresh] = [new Int32Array(items.length), new Int32Array(items.length)];
    this.#to = numbersBelow(destinations.count, items.length);
    for (let at = 0; at < items.length; at++) {
      const clause = items[at] as number;
      stepOf[at] = steps[clause] as Step;
      fromFresh[at] = effects.apply(FRESH, steps[clause] as Step);
      this.#to[at] = to[clause] as Shape;
    }
    this.#steps = narrowed(stepOf);
    this.#fromFresh = narrowed(fromFresh);
    this.#starts = Int32Array.from(destinations.starts);
    this.#sizes = Int32Array.from(destinations.sizes);
    this.#items = destinations.items;
    this.found = new Found(destinations.space.count);
  }

  get bases(): Int32Array {
    return this.#base.effects;
  }

  get keys(): Numbers {
    return this.#base.keys;
  }

  get baseKey(): number {
    return this.#base.baseKey;
  }

  get isSilent(): boolean {
    return this.#base.isSilent;
  }

  parts(zone: number): ArrayLike<number> {
    return this.#base.parts(zone);
  }

  seek(source: number): void {
    this.found.clear();
    const base = this.#base;
    base.seek(source);
    const { starts, items } = this.#holding;
    const from = this.#from.starts;
    const end = starts[source + 1] as number;
    for (let at = starts[source] as number; at < end; at++) {
      const shape = items[at] as number;
      this.#apply(from[shape] as number, from[shape + 1] as number);
    }
  }

  effectAt(id: number): Effect {
    const { keys, kinds } = this.#base;
    return this.#ends.finish(this.found.values[id] as State, kinds[keys[id] as number] as number);
  }

  verdictAt(id: number): VerdictId {
    const { keys, kinds } = this.#base;
    return this.#ends.decide(this.found.values[id] as State, kinds[keys[id] as number] as number);
  }

  /** Does the steps of some clauses. */
  #apply(first: number, end: number): void {
    for (let clause = first; clause < end; clause++) {
      const start = this.#starts[this.#to[clause] as Shape] as number;
      this.#do(clause, start, start + (this.#sizes[this.#to[clause] as Shape] as number));
    }
  }

  /** Does the step of a clause to some of its destinations. Neighbours are often in the same state. */
  #do(clause: number, start: number, stop: number): void {
    const { isFound, values, blocks } = this.found;
    const { states, keys } = this.#base;
    const items = this.#items;
    const step = this.#steps[clause] as Step;
    const fromFresh = this.#fromFresh[clause] as State;
    let count = this.found.count;
    let old = -1;
    let now = -1;
    for (let at = start; at < stop; at++) {
      const id = items[at] as number;
      let state: State;
      if (isFound[id] === 0) {
        isFound[id] = 1;
        blocks[count++] = id;
        state = states[keys[id] as number] as State;
      } else state = values[id] as State;
      if (state !== old) {
        old = state;
        now = state === FRESH ? fromFresh : this.#effects.apply(state, step);
      }
      values[id] = now;
    }
    this.found.count = count;
  }
}
