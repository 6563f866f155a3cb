/**
 * The three kinds of the Network Policy API (https://network-policy-api.sigs.k8s.io/api-overview) say the same with
 * small differences; a form holds the differences, and the readers of this folder take one.
 */

import type { Field } from '../../../kubernetes/field.ts';
import type { Action, PortSpec } from '../../rule.ts';

/** The fields of a peer, over all kinds. */
export const PEER_FIELDS = ['namespaces', 'pods', 'nodes', 'networks', 'domainNames'] as const;
export type PeerField = (typeof PEER_FIELDS)[number];

/** The tiers of the API, around the one of NetworkPolicy. */
export const TIER_RANKS = { Admin: 100, Baseline: 300 } as const;
export type TierName = keyof typeof TIER_RANKS;

/** Where a policy stands. One without a priority has no order towards others of its tier. */
export interface Placement {
  readonly tier: TierName;
  readonly priority: number | undefined;
}

export interface Form {
  readonly kind: string;
  /** The `apiVersion`s it is read in, the preferred one first. */
  readonly versions: readonly string[];
  /** Fields of `spec` beside `subject`, `ingress` and `egress`. */
  readonly specFields: readonly string[];
  readonly actions: ReadonlyMap<string, Action>;
  readonly egressPeers: readonly PeerField[];
  /** At most so many rules in a direction, and peers and ports in a rule. */
  readonly maxItems: number;
  readonly portsField: 'ports' | 'protocols';
  readonly namedPort: 'namedPort' | 'destinationNamedPort';
  readonly readPort: (field: Field) => PortSpec;
  /** Whether `pods` must have a namespaceSelector; it must have a podSelector in any case. */
  readonly needsNamespaceSelector: boolean;
  readonly readPlacement: (spec: Field, root: Field) => Placement;
}

/** `spec.priority`, from 0 to 1000: policies of lower numbers are asked first. */
export function readPriority(spec: Field): number | undefined {
  const field = spec.at('priority');
  const priority = field.integer();
  if (field.absent) spec.refuse('SCH004', 'the policy needs a priority, from 0 (asked first) to 1000');
  else if (priority !== undefined && (priority < 0 || priority > 1000)) {
    field.refuse('SCH003', 'priority must be from 0 to 1000');
  }
  return priority;
}
