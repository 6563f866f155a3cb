/** Whom policies are about: every rule's subject, and whom a tier ends for, each with the policy that says so. */

import type { Membership, NodeSet } from '../engine/node-set.ts';
import type { Reach } from '../engine/reach.ts';
import type { Direction, Policy } from '../policy/rule.ts';
import type { Selector } from '../policy/selector.ts';
import type { PolicyStack, Tier } from '../policy/stack.ts';

export interface Selection {
  readonly policy: Policy;
  readonly direction: Direction;
  readonly subject: Selector;
}

/** Of the policies that are in effect, or of some of them, in their order. */
export function* selections(stack: PolicyStack, of?: ReadonlySet<Policy>): Generator<Selection> {
  for (const { tiers } of stack.layers) for (const tier of tiers) yield* selectionsOf(tier, of);
}

function* selectionsOf({ groups, ends }: Tier, of?: ReadonlySet<Policy>): Generator<Selection> {
  for (const policy of groups.flat()) {
    if (of && !of.has(policy)) continue;
    for (const { direction, subject } of policy.rules) yield { policy, direction, subject };
  }
  for (const end of ends) if (!of || of.has(end.policy)) yield end;
}

/** The endpoints that a membership surely or possibly has, the sure ones first. */
export function endpointsOf(reach: Reach, { sure, maybe }: Membership): Int32Array {
  if (!maybe) return endpointsIn(reach, sure);
  return Int32Array.from([...endpointsIn(reach, sure), ...endpointsIn(reach, maybe)]);
}

/** The endpoints in a set, ascending. */
export function endpointsIn({ nodes }: Reach, set: NodeSet): Int32Array {
  const members = new Int32Array(set.size);
  set.read(members);
  return members.filter((node) => nodes[node]?.kind === 'endpoint');
}
