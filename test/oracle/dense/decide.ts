/**
 * One side of one pair, by the words of `src/policy/stack.ts`: every point of packet space is followed through the tiers
 * of each layer. `undecided` holds the points that reach the current rule under some resolution of what is not known; a
 * rule that surely matches takes its points out, a rule that may match only marks them. Doubts are resolved
 * independently of each other.
 */

import {
  ALL,
  type ConnectionSet,
  intersect,
  isEmpty,
  NONE,
  subtract,
  union,
} from '../../../src/algebra/connection-set.ts';
import type { Action } from '../../../src/policy/rule.ts';
import type { Match } from '../../../src/policy/selector.ts';
import type { AppliedPolicy, AppliedRule, AppliedTier, Program } from './program.ts';

/** What is surely and what is possibly allowed; `must` is part of `may`. */
export interface Verdict {
  readonly must: ConnectionSet;
  readonly may: ConnectionSet;
}

export const OPEN: Verdict = { must: ALL, may: ALL };
export const CLOSED: Verdict = { must: NONE, may: NONE };

/** The other end, as a side's rules see it. */
export interface Counterpart {
  match(rule: AppliedRule): Match;
  /** The packets a rule's ports mean at the destination of the connection. */
  ports(rule: AppliedRule): ConnectionSet;
}

/** All layers must allow. */
export function decide(program: Program, other: Counterpart): Verdict {
  return program.map((tiers) => decideLayer(tiers, other)).reduce(meet, OPEN);
}

/** Both must allow. */
export function meet(a: Verdict, b: Verdict): Verdict {
  return { must: intersect(a.must, b.must), may: intersect(a.may, b.may) };
}

/** One of them allows. */
export function join(a: Verdict, b: Verdict): Verdict {
  return { must: union(a.must, b.must), may: union(a.may, b.may) };
}

type Tally = Record<Action, ConnectionSet>;

function decideLayer(tiers: readonly AppliedTier[], other: Counterpart): Verdict {
  const tally: Tally = { allow: NONE, deny: NONE, pass: NONE };
  let undecided: ConnectionSet = ALL;
  for (const { groups, ends } of tiers) {
    tally.pass = NONE;
    for (const group of groups) {
      undecided = group.map((policy) => applyPolicy(policy, undecided, { tally, other })).reduce(intersect, undecided);
    }
    for (const { action, sure } of ends) {
      tally[action] = union(tally[action], undecided);
      if (sure) undecided = NONE;
    }
    undecided = union(undecided, tally.pass);
  }
  return { must: subtract(ALL, tally.deny), may: union(tally.allow, undecided) };
}

interface Walk {
  readonly tally: Tally;
  readonly other: Counterpart;
}

/** Asks one policy's rules in order; gives back what it may have left undecided. */
function applyPolicy(policy: AppliedPolicy, from: ConnectionSet, { tally, other }: Walk): ConnectionSet {
  let undecided = from;
  for (const rule of policy) {
    const match = other.match(rule);
    if (match === 'no') continue;
    const points = intersect(undecided, other.ports(rule));
    if (isEmpty(points)) continue;
    tally[rule.rule.action] = union(tally[rule.rule.action], points);
    if (match === 'yes' && rule.sure) undecided = subtract(undecided, points);
  }
  return undecided;
}
