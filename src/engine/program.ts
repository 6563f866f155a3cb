/**
 * The part of a policy stack that applies to one subject in one direction, ready to be asked about peers. Subjects
 * that the same rules apply to share one program.
 */

import type { Direction, Policy, Rule } from '../policy/rule.ts';
import type { Group, PolicyStack, Tier } from '../policy/stack.ts';
import { type Membership, type Memberships, membershipOf } from './membership.ts';

/** A rule with its peers as sets. `sure`: the policy surely selects the subject. */
export interface AppliedRule {
  readonly rule: Rule;
  readonly policy: Policy;
  readonly peers: readonly Membership[];
  readonly sure: boolean;
}

export interface AppliedPolicy {
  readonly rules: readonly AppliedRule[];
}

export interface AppliedTier {
  readonly tier: Tier;
  readonly groups: readonly (readonly AppliedPolicy[])[];
  /** One per action and certainty, with the policies that make it so; sure ones last. */
  readonly ends: readonly AppliedEnd[];
}

export interface AppliedEnd {
  readonly action: 'allow' | 'deny';
  readonly sure: boolean;
  readonly policies: readonly Policy[];
}

export interface SideProgram {
  readonly direction: Direction;
  readonly layers: readonly (readonly AppliedTier[])[];
}

/** Makes the program of one node; `memberships` must be of the same numbering. */
export function programOf(stack: PolicyStack, direction: Direction, context: ProgramContext): SideProgram {
  const layers = stack.layers.map(({ tiers }) =>
    tiers.map((tier) => applyTier(tier, direction, context)).filter((t) => t.groups.length > 0 || t.ends.length > 0),
  );
  return { direction, layers };
}

export interface ProgramContext {
  readonly memberships: Memberships;
  readonly node: number;
}

function applyTier(tier: Tier, direction: Direction, context: ProgramContext): AppliedTier {
  const groups = tier.groups.map((group) => applyGroup(group, direction, context)).filter((group) => group.length > 0);
  return { tier, groups, ends: applyEnds(tier, direction, context) };
}

function applyGroup(group: Group, direction: Direction, { memberships, node }: ProgramContext): AppliedPolicy[] {
  const out: AppliedPolicy[] = [];
  for (const policy of group) {
    const rules: AppliedRule[] = [];
    for (const rule of policy.rules) {
      if (rule.direction !== direction) continue;
      const match = membershipOf(memberships.ofSelector(rule.subject), node);
      if (match === 'no') continue;
      rules.push({ rule, policy, peers: rule.peers.map((p) => memberships.ofPeer(p)), sure: match === 'yes' });
    }
    if (rules.length > 0) out.push({ rules });
  }
  return out;
}

function applyEnds(tier: Tier, direction: Direction, { memberships, node }: ProgramContext): AppliedTier['ends'] {
  const ends = new Map<string, { action: 'allow' | 'deny'; sure: boolean; policies: Policy[] }>();
  for (const end of tier.ends) {
    if (end.direction !== direction) continue;
    const match = membershipOf(memberships.ofSelector(end.subject), node);
    if (match === 'no') continue;
    const sure = match === 'yes';
    const entry = ends.get(`${sure} ${end.action}`) ?? { action: end.action, sure, policies: [] };
    entry.policies.push(end.policy);
    ends.set(`${sure} ${end.action}`, entry);
  }
  return [...ends.values()].sort((a, b) => Number(a.sure) - Number(b.sure));
}
