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

/** The places of a state; what an action was done to stands at its number from `DONE` on. */
const OWN = 0;
const DONE = 1;
const PASS = DONE + 2;
const UNDECIDED = 4;
const LEFT = 5;

/** The places of a step. */
const KIND = 0;
const PORTS = 1;
const SURENESS = 2;

/** The places of an effect. */
const ALLOW = 0;
const DENY = 1;
const NEXT = 2;

export class Effects {
  readonly #ports: PortSets;
  readonly #verdicts: Verdicts;
  readonly #effects = new Tuples(3);
  readonly #compositions = new PairMemo();
  readonly #verdictOf: VerdictId[] = [];
  readonly #states = new Tuples(6);
  readonly #steps = new Tuples(3);
  readonly #transitions = new PairMemo();
  /** Scratch: a tuple while it is made. */
  readonly #made = new Int32Array(6);
  readonly groupBegins: Step;
  readonly policyEnds: Step;
  readonly groupEnds: Step;

  constructor(ports: PortSets, verdicts: Verdicts) {
    this.#ports = ports;
    this.#verdicts = verdicts;
    this.#effect(NO_PORTS, NO_PORTS, ALL_PORTS);
    this.#states.of([ALL_PORTS, NO_PORTS, NO_PORTS, NO_PORTS, ALL_PORTS, ALL_PORTS]);
    this.groupBegins = this.#step(GROUP_BEGINS, NO_PORTS, UNSURE);
    this.policyEnds = this.#step(POLICY_ENDS, NO_PORTS, UNSURE);
    this.groupEnds = this.#step(GROUP_ENDS, NO_PORTS, UNSURE);
  }

  get states(): number {
    return this.#states.count;
  }

  /** The step of a rule, or of a tier's end when `ports` is everything. */
  step(action: Action, ports: PortSet, sure: boolean): Step {
    return this.#step(ACTIONS.indexOf(action), ports, sure ? SURE : UNSURE);
  }

  #step(kind: number, ports: PortSet, sureness: number): Step {
    const made = this.#made;
    made[KIND] = kind;
    made[PORTS] = ports;
    made[SURENESS] = sureness;
    return this.#steps.of(made);
  }

  #effect(allow: PortSet, deny: PortSet, next: PortSet): Effect {
    const made = this.#made;
    made[ALLOW] = allow;
    made[DENY] = deny;
    made[NEXT] = next;
    return this.#effects.of(made);
  }

  apply(state: State, step: Step): State {
    const known = this.#transitions.get(state, step);
    if (known >= 0) return known;
    const result = this.#after(state, step);
    this.#transitions.add(state, step, result);
    return result;
  }

  #after(state: State, step: Step): State {
    const states = this.#states;
    const ports = this.#ports;
    const made = this.#made;
    for (let place = OWN; place <= LEFT; place++) made[place] = states.member(state, place);
    const own = states.member(state, OWN);
    const kind = this.#steps.member(step, KIND);
    if (kind === GROUP_BEGINS) {
      made[UNDECIDED] = own;
      made[LEFT] = own;
    } else if (kind === POLICY_ENDS) {
      made[OWN] = states.member(state, UNDECIDED);
      made[LEFT] = ports.intersect(states.member(state, LEFT), own);
    } else if (kind === GROUP_ENDS) {
      made[OWN] = states.member(state, LEFT);
      made[UNDECIDED] = ALL_PORTS;
      made[LEFT] = ALL_PORTS;
    } else {
      const points = ports.intersect(own, this.#steps.member(step, PORTS));
      made[DONE + kind] = ports.union(states.member(state, DONE + kind), points);
      if (this.#steps.member(step, SURENESS) === SURE) made[OWN] = ports.subtract(own, points);
    }
    return states.of(made);
  }

  /** What a state amounts to when its tier ends. */
  finish(state: State): Effect {
    const states = this.#states;
    const next = this.#ports.union(states.member(state, OWN), states.member(state, PASS));
    return this.#effect(states.member(state, DONE), states.member(state, DONE + 1), next);
  }

  /** The one, and the other of what it hands on. */
  compose(first: Effect, second: Effect): Effect {
    if (first === PASSED) return second;
    if (second === PASSED) return first;
    const known = this.#compositions.get(first, second);
    if (known >= 0) return known;
    const effects = this.#effects;
    const ports = this.#ports;
    const next = effects.member(first, NEXT);
    const result = this.#effect(
      ports.union(effects.member(first, ALLOW), ports.intersect(next, effects.member(second, ALLOW))),
      ports.union(effects.member(first, DENY), ports.intersect(next, effects.member(second, DENY))),
      ports.intersect(next, effects.member(second, NEXT)),
    );
    this.#compositions.add(first, second, result);
    return result;
  }

  /** Surely allowed is what nothing may deny; possibly allowed what may be allowed, or handed on to the end. */
  verdict(effect: Effect): VerdictId {
    const known = this.#verdictOf[effect];
    if (known !== undefined) return known;
    const effects = this.#effects;
    const ports = this.#ports;
    const must = ports.subtract(ALL_PORTS, effects.member(effect, DENY));
    const may = ports.union(effects.member(effect, ALLOW), effects.member(effect, NEXT));
    const verdict = this.#verdicts.of(must, may);
    this.#verdictOf[effect] = verdict;
    return verdict;
  }
}
