/**
 * Kernel: one side of one connection. Given the rules that apply to a subject in one direction, what may it exchange
 * with this peer?
 *
 * Every point of packet space is followed through the tiers of a layer. `undecided` holds the points that reach the
 * current rule under some resolution of what is not known; a rule that surely matches takes its points out, a rule
 * that may match only marks them. At the end a point is *surely* allowed when no resolution denies it, and *possibly*
 * allowed when some resolution allows it. (Doubts are resolved independently of each other, so that the answer may be
 * "unknown" once too often, never wrong.)
 */

import { ALL, type ConnectionSet, intersect, isEmpty, NONE, subtract, union } from '../algebra/connection-set.ts';
import type { Action } from '../policy/rule.ts';
import type { Match } from '../policy/selector.ts';
import type { AppliedEnd, AppliedPolicy, AppliedRule, AppliedTier, SideProgram } from './program.ts';

/** What is surely and what is possibly allowed; `must` is part of `may`. */
export interface Verdict {
  readonly must: ConnectionSet;
  readonly may: ConnectionSet;
}

export const OPEN: Verdict = { must: ALL, may: ALL };

/** The other end, as a side's rules see it. */
export interface Counterpart {
  /** Whether a rule's peers mean this node. */
  match(rule: AppliedRule): Match;
  /** The packets a rule's ports mean at the destination of the connection. */
  ports(rule: AppliedRule): ConnectionSet;
}

/** Told of each step that decided some points, in order; used to say why. */
export interface Observer {
  rule(rule: AppliedRule, points: ConnectionSet, sure: boolean): void;
  end(tier: AppliedTier, end: AppliedEnd, points: ConnectionSet): void;
  rest(points: ConnectionSet): void;
}

export function decide(program: SideProgram, other: Counterpart, observer?: Observer): Verdict {
  let verdict = OPEN;
  for (const layer of program.layers) verdict = meet(verdict, decideLayer(layer, other, observer));
  return verdict;
}

/** Both must allow. */
export function meet(a: Verdict, b: Verdict): Verdict {
  if (a === OPEN) return b;
  if (b === OPEN) return a;
  const must = intersect(a.must, b.must);
  return { must, may: a.may === a.must && b.may === b.must ? must : intersect(a.may, b.may) };
}

/** One of them allows: the union over ways. */
export function join(a: Verdict, b: Verdict): Verdict {
  return { must: union(a.must, b.must), may: union(a.may, b.may) };
}

interface Tally {
  allow: ConnectionSet;
  deny: ConnectionSet;
  pass: ConnectionSet;
}

function decideLayer(tiers: readonly AppliedTier[], other: Counterpart, observer?: Observer): Verdict {
  if (tiers.length === 0) return OPEN;
  const tally: Tally = { allow: NONE, deny: NONE, pass: NONE };
  let undecided: ConnectionSet = ALL;
  for (const tier of tiers) {
    tally.pass = NONE;
    for (const group of tier.groups) {
      let left = undecided;
      for (const policy of group) {
        const own = applyPolicy(policy, undecided, { tally, other, observer });
        if (own !== undecided) left = left === undecided ? own : intersect(left, own);
      }
      undecided = left;
    }
    for (const end of tier.ends) {
      if (isEmpty(undecided)) break;
      observer?.end(tier, end, undecided);
      add(tally, end.action, undecided);
      if (end.sure) undecided = NONE;
    }
    undecided = union(undecided, tally.pass);
  }
  if (!isEmpty(undecided)) observer?.rest(undecided);
  const must = subtract(ALL, tally.deny);
  const may = union(tally.allow, undecided);
  return { must, may: isEmpty(subtract(may, must)) ? must : may };
}

interface Walk {
  readonly tally: Tally;
  readonly other: Counterpart;
  readonly observer: Observer | undefined;
}

/** Asks one policy's rules in order; gives back what it may have left undecided. */
function applyPolicy(policy: AppliedPolicy, from: ConnectionSet, walk: Walk): ConnectionSet {
  let undecided = from;
  for (const rule of policy.rules) {
    const match = walk.other.match(rule);
    if (match === 'no') continue;
    const points = intersect(undecided, walk.other.ports(rule));
    if (isEmpty(points)) continue;
    const sure = match === 'yes' && rule.sure;
    walk.observer?.rule(rule, points, sure);
    add(walk.tally, rule.rule.action, points);
    if (sure) undecided = subtract(undecided, points);
  }
  return undecided;
}

function add(tally: Tally, action: Action, points: ConnectionSet): void {
  tally[action] = union(tally[action], points);
}
