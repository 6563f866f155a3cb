/**
 * How much work a matrix is: for each rule, the blocks of subjects it is about times the blocks of peers it singles
 * out. Known before any row is computed, and each term belongs to a policy, so that a refusal can name the policies
 * that cost most.
 */

import type { Policy } from '../policy/rule.ts';
import type { Clauses } from './clauses.ts';
import type { TierSide } from './tier-side.ts';

/** The work of each policy in some tiers. */
export function ruleWork(tiers: readonly Clauses[]): Map<Policy, number> {
  const work = new Map<Policy, number>();
  for (const clauses of tiers) {
    for (let clause = 0; clause < clauses.count; clause++) {
      const cost = clauses.subjectsOf(clause).length * clauses.peersOf(clause).blocks.length;
      const policy = clauses.side.rules[clauses.rules[clause] as number]?.policy;
      if (policy && cost > 0) work.set(policy, (work.get(policy) ?? 0) + cost);
    }
  }
  return work;
}

/** The work of each policy in all of some parts. */
export function sumOf(parts: readonly ReadonlyMap<Policy, number>[]): Map<Policy, number> {
  const sum = new Map<Policy, number>();
  for (const part of parts) for (const [policy, cost] of part) sum.set(policy, (sum.get(policy) ?? 0) + cost);
  return sum;
}

/** How many intervals of ports each policy writes. */
export function portWork(tiers: readonly TierSide[]): Map<Policy, number> {
  const work = new Map<Policy, number>();
  for (const { rule, policy } of tiers.flatMap((tier) => tier.rules)) {
    const cost = rule.ports.numbers.length + rule.ports.names.length;
    work.set(policy, (work.get(policy) ?? 0) + cost);
  }
  return work;
}
