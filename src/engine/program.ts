/**
 * The part of a policy stack that applies to one subject in one direction, ready to be asked about peers. Subjects
 * that the same rules apply to share one program.
 */

import type { Direction, Policy, Rule } from '../policy/rule.ts';
import type { Tier } from '../policy/stack.ts';
import type { Membership } from './node-set.ts';

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
