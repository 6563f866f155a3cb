/**
 * How much work a matrix is: for each rule, the blocks of subjects it applies to times the blocks of peers it singles
 * out. Known before any cell is computed, and each term belongs to a policy, so that a refusal can name the policies
 * that cost most.
 */

import type { Direction, Policy } from '../policy/rule.ts';
import type { PolicyStack } from '../policy/stack.ts';
import type { BlockIndex } from './block-index.ts';
import type { Memberships } from './membership.ts';
import { isUniversal } from './programs.ts';

export interface WorkContext {
  readonly stack: PolicyStack;
  readonly direction: Direction;
  readonly memberships: Memberships;
  readonly subjectBlocks: BlockIndex;
  readonly peerBlocks: BlockIndex;
}

/** The work of each policy in one direction. */
export function ruleWork(context: WorkContext): Map<Policy, number> {
  const work = new Map<Policy, number>();
  for (const policy of context.stack.layers.flatMap((l) => l.tiers.flatMap((t) => t.groups.flat()))) {
    const cost = policyWork(policy, context);
    if (cost > 0) work.set(policy, cost);
  }
  return work;
}

function policyWork(policy: Policy, { direction, memberships, subjectBlocks, peerBlocks }: WorkContext): number {
  let cost = 0;
  for (const rule of policy.rules) {
    if (rule.direction !== direction || isUniversal(rule)) continue;
    const subject = memberships.ofSelector(rule.subject);
    const subjects = subjectBlocks.sure(subject).length + subjectBlocks.maybe(subject).length;
    for (const peer of rule.peers) {
      const membership = memberships.ofPeer(peer);
      cost += subjects * (peerBlocks.sure(membership).length + peerBlocks.maybe(membership).length);
    }
  }
  return cost;
}
