/**
 * What a tier does to the packets of one pair, as a number. An effect is three connection sets: what the tier may
 * allow, what it may deny, and what it may hand on; a packet is in several where the tier's doing is not known, and in
 * at least one. Tiers follow each other by composition, and what the last hands on is allowed.
 *
 * States are effects in the making: the rules of a tier are applied to a state one after another. Both are interned,
 * so that what happens to a million pairs is computed as often as it differs.
 */

import type { Action } from '../policy/rule.ts';
import { PairMemo } from './pair-memo.ts';
import { ALL_PORTS, NO_PORTS, type PortSet, type PortSets } from './port-sets.ts';
import { Tuples } from './tuples.ts';
import type { VerdictId, Verdicts } from './verdicts.ts';

/** The number of an effect: `[allow, deny, next]`. */
export type Effect = number;
/** It hands everything on. */
export const PASSED: Effect = 0;

/**
 * The number of a state: `[own, allow, deny, pass, undecided, left]`. `own` is what the policy at hand has not decided;
 * the last two count inside of groups whose policies may disagree: what was undecided before the group, and what every
 * policy of it so far left undecided.
 */
export type State = number;
export const FRESH: State = 0;

/** The number of something that is done to a state. */
export type Step = number;

const ACTIONS: readonly Action[] = ['allow', 'deny', 'pass'];
/** Beside the actions of rules: the begin of a group, the end of a policy in it, and the end of the group. */
const GROUP_BEGINS = 3;
const POLICY_ENDS = 4;
const GROUP_ENDS = 5;
const UNSURE = 0;
const SURE = 1;

export class Effects {
  readonly #ports: PortSets;
  readonly #verdicts: Verdicts;
  readonly #effects = new Tuples();
  readonly #compositions = new PairMemo();
  readonly #verdictOf: VerdictId[] = [];
  readonly #states = new Tuples();
  readonly #steps = new Tuples();
  readonly #transitions = new PairMemo();
  readonly groupBegins: Step;
  readonly policyEnds: Step;
  readonly groupEnds: Step;

  constructor(ports: PortSets, verdicts: Verdicts) {
    this.#ports = ports;
    this.#verdicts = verdicts;
    this.#effects.of([NO_PORTS, NO_PORTS, ALL_PORTS]);
    this.#states.of([ALL_PORTS, NO_PORTS, NO_PORTS, NO_PORTS, ALL_PORTS, ALL_PORTS]);
    this.groupBegins = this.#steps.of([GROUP_BEGINS, 0, 0]);
    this.policyEnds = this.#steps.of([POLICY_ENDS, 0, 0]);
    this.groupEnds = this.#steps.of([GROUP_ENDS, 0, 0]);
  }

  get states(): number {
    return this.#states.count;
  }

  /** The step of a rule, or of a tier's end when `ports` is everything. */
  step(action: Action, ports: PortSet, sure: boolean): Step {
    return this.#steps.of([ACTIONS.indexOf(action), ports, sure ? SURE : UNSURE]);
  }

  apply(state: State, step: Step): State {
    const known = this.#transitions.get(state, step);
    if (known >= 0) return known;
    const result = this.#states.of(this.#after(this.#states.get(state), this.#steps.get(step)));
    this.#transitions.add(state, step, result);
    return result;
  }

  #after(state: readonly number[], [kind = 0, ports = 0, sure = 0]: readonly number[]): number[] {
    const [own = 0, allow = 0, deny = 0, pass = 0, undecided = 0, left = 0] = state;
    switch (kind) {
      case GROUP_BEGINS:
        return [own, allow, deny, pass, own, own];
      case POLICY_ENDS:
        return [undecided, allow, deny, pass, undecided, this.#ports.intersect(left, own)];
      case GROUP_ENDS:
        return [left, allow, deny, pass, ALL_PORTS, ALL_PORTS];
    }
    const points = this.#ports.intersect(own, ports);
    const tally = [allow, deny, pass].map((set, action) => (action === kind ? this.#ports.union(set, points) : set));
    return [sure === SURE ? this.#ports.subtract(own, points) : own, ...tally, undecided, left];
  }

  /** What a state amounts to when its tier ends. */
  finish(state: State): Effect {
    const [own = 0, allow = 0, deny = 0, pass = 0] = this.#states.get(state);
    return this.#effects.of([allow, deny, this.#ports.union(own, pass)]);
  }

  /** The one, and the other of what it hands on. */
  compose(first: Effect, second: Effect): Effect {
    if (first === PASSED) return second;
    if (second === PASSED) return first;
    const known = this.#compositions.get(first, second);
    if (known >= 0) return known;
    const [allow = 0, deny = 0, next = 0] = this.#effects.get(first);
    const handedOn = this.#effects.get(second).map((set) => this.#ports.intersect(next, set));
    const [allowLater = 0, denyLater = 0, nextLater = 0] = handedOn;
    const result = this.#effects.of([
      this.#ports.union(allow, allowLater),
      this.#ports.union(deny, denyLater),
      nextLater,
    ]);
    this.#compositions.add(first, second, result);
    return result;
  }

  /** Surely allowed is what nothing may deny; possibly allowed what may be allowed, or handed on to the end. */
  verdict(effect: Effect): VerdictId {
    const known = this.#verdictOf[effect];
    if (known !== undefined) return known;
    const [allow = 0, deny = 0, next = 0] = this.#effects.get(effect);
    const must = this.#ports.subtract(ALL_PORTS, deny);
    const verdict = this.#verdicts.of(must, this.#ports.union(allow, next));
    this.#verdictOf[effect] = verdict;
    return verdict;
  }
}
