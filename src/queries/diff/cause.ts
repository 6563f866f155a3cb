/** A cause: an object that is not the same on both sides, and that has a say about a changed pair. */

import type { Reach } from '../../engine/reach.ts';
import type { Document, Origin, SideName } from '../../ingest/index.ts';
import type { Cluster } from '../../kubernetes/cluster.ts';
import type { Endpoint } from '../../policy/endpoint.ts';
import type { Policy } from '../../policy/rule.ts';
import type { PolicyStack } from '../../policy/stack.ts';
import type { Opening } from '../../policy/way.ts';

export interface ObjectName {
  readonly kind: string;
  /** Absent for what belongs to no namespace. */
  readonly namespace?: string | undefined;
  readonly name: string;
}

export interface Cause extends ObjectName {
  readonly change: 'added' | 'removed' | 'changed';
  /** The position of the one rule that differs, from 0; absent where it is more than one rule, or no rule. */
  readonly rule?: number;
  /** On which side it stands; what is on both is shown where it is now. */
  readonly side: SideName;
  readonly origin: Origin;
}

/** What is asked of one side to find causes. */
export interface CauseSide {
  readonly reach: Reach;
  readonly documents: readonly Document[];
  readonly cluster: Cluster;
  /** The user's own policies that are in force. */
  readonly policies: readonly Policy[];
  /** What of them is in effect. */
  readonly stack: PolicyStack;
  /** The endpoints before any were merged. */
  readonly endpoints: readonly Endpoint[];
  /** From entry controllers. */
  readonly openings: readonly Opening[];
  /** Whether the network plugin enforces policies; undefined where there are none to enforce. */
  readonly enforced: boolean | undefined;
  /** The objects that show a network plugin. */
  plugins(): readonly Origin[];
}
