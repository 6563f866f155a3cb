/**
 * How much work a matrix is: for each rule, the classes of sources it is about times the classes of destinations, as far
 * as it singles them out. Known before any row is computed, and each term belongs to a policy, so that a refusal can
 * name the policies that cost most.
 */

import type { Policy } from '../policy/rule.ts';
import type { Clauses } from './clauses.ts';
import type { TierSide } from './tier-side.ts';

function costOf({ sources, destinations, from, to }: Clauses, clause: number): number {
  return (sources.sizes[from[clause] as number] as number) * (destinations.sizes[to[clause] as number] as number);
}

export function totalWork(tiers: readonly Clauses[]): number {
  let work = 0;
  for (const clauses of tiers) for (let clause = 0; clause < clauses.count; clause++) work += costOf(clauses, clause);
  return work;
}

/** The work of each policy in some tiers. */
export function ruleWork(tiers: readonly Clauses[]): Map<Policy, number> {
  const work = new Map<Policy, number>();
  for (const clauses of tiers) {
    for (let clause = 0; clause < clauses.count; clause++) {
      const cost = costOf(clauses, clause);
      const policy = clauses.side.policies[clauses.rules[clause] as number];
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
  for (const { rules, policies } of tiers) {
    for (const [position, { ports }] of rules.entries()) {
      const policy = policies[position] as Policy;
      work.set(policy, (work.get(policy) ?? 0) + ports.numbers.length + ports.names.length);
    }
  }
  return work;
}
