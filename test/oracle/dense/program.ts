/** The part of a policy stack that is about one subject in one direction, in the order in which it decides. */

import type { Direction, Policy, Rule } from '../../../src/policy/rule.ts';
import type { PolicyStack, Tier } from '../../../src/policy/stack.ts';
import type { AnswerBook, Answers } from './answers.ts';

/** `sure`: the policy surely selects the subject. */
export interface AppliedRule {
  readonly rule: Rule;
  readonly peers: readonly Answers[];
  readonly sure: boolean;
}

export type AppliedPolicy = readonly AppliedRule[];

export interface AppliedEnd {
  readonly action: 'allow' | 'deny';
  readonly sure: boolean;
}

export interface AppliedTier {
  readonly groups: readonly (readonly AppliedPolicy[])[];
  /** Sure ones last. */
  readonly ends: readonly AppliedEnd[];
}

/** Layers of tiers. */
export type Program = readonly (readonly AppliedTier[])[];

export interface Subject {
  readonly node: number;
  readonly direction: Direction;
  readonly book: AnswerBook;
}

export function programOf({ layers }: PolicyStack, subject: Subject): Program {
  return layers.map(({ tiers }) => tiers.map((tier) => applyTier(tier, subject)));
}

function applyTier(tier: Tier, subject: Subject): AppliedTier {
  const { node, direction, book } = subject;
  const ends = tier.ends.flatMap((end): AppliedEnd[] => {
    const match = end.direction === direction ? book.ofSelector(end.subject)[node] : 'no';
    return match === 'no' ? [] : [{ action: end.action, sure: match === 'yes' }];
  });
  return {
    groups: tier.groups.map((group) =>
      group.map((policy) => applyPolicy(policy, subject)).filter((policy) => policy.length > 0),
    ),
    ends: ends.sort((a, b) => Number(a.sure) - Number(b.sure)),
  };
}

function applyPolicy({ rules }: Policy, { node, direction, book }: Subject): AppliedPolicy {
  return rules.flatMap((rule): AppliedRule[] => {
    const match = rule.direction === direction ? book.ofSelector(rule.subject)[node] : 'no';
    if (match === 'no') return [];
    return [{ rule, peers: rule.peers.map((peer) => book.ofPeer(peer)), sure: match === 'yes' }];
  });
}
