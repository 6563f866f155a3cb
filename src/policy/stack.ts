/**
 * The policy stack: everything that decides connectivity, in the order it decides.
 *
 * A stack is layers that must all agree (the CNI's policies, the mesh's); a layer is tiers asked one after another; a
 * tier is groups in order of rank; the policies of a group are of equal rank, and where two of them decide a point of
 * packet space differently, that point is unknown. Rules of one policy are asked in order, the first match deciding.
 */

import type { Direction, Policy } from './rule.ts';
import type { Selector } from './selector.ts';

/** Policies of equal rank. */
export type Group = readonly Policy[];

/** What happens at a tier's end to what no rule has decided, for subjects a policy selects. */
export interface TierEnd {
  readonly subject: Selector;
  readonly direction: Direction;
  readonly action: 'allow' | 'deny';
  /** The policy that makes it so: NetworkPolicy isolates what it selects. */
  readonly policy: Policy;
}

export interface Tier {
  /** For reasons: `NetworkPolicy`, `own node`. */
  readonly name: string;
  readonly groups: readonly Group[];
  /** Subjects no end names go on to the next tier; after the last tier, everything left is allowed. */
  readonly ends: readonly TierEnd[];
}

export interface Layer {
  readonly name: string;
  readonly tiers: readonly Tier[];
}

export interface PolicyStack {
  readonly layers: readonly Layer[];
}
