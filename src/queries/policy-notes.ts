/**
 * What reach knows of the policies themselves: those that are about no workload of the bundle, and those that ask for
 * client addresses which a Service hides.
 */

import { ALL_ADDRESSES, isNoAddress, subtractAddresses } from '../algebra/address-set.ts';
import type { Membership } from '../engine/node-set.ts';
import type { Reach } from '../engine/reach.ts';
import type { Peer, Policy, Rule } from '../policy/rule.ts';
import type { Selector } from '../policy/selector.ts';
import type { PolicyStack } from '../policy/stack.ts';
import type { Opening } from '../policy/way.ts';
import { endpointsOf, selections } from './selections.ts';

/** Policies that select nothing, of those that are in effect; `stack` has them all. */
export function idlePolicies(reach: Reach, stack: PolicyStack, policies: readonly Policy[]): Policy[] {
  const busy = new Set<Policy>();
  const known = new Map<Membership, boolean>();
  for (const { policy, subject } of selections(stack)) {
    const members = selectedBy(reach, subject);
    const some = known.get(members) ?? endpointsOf(reach, members).length > 0;
    known.set(members, some);
    if (some) busy.add(policy);
  }
  return policies.filter((policy) => !busy.has(policy));
}

export interface HiddenSource {
  readonly opening: Opening;
  readonly policy: Policy;
  readonly rule: Rule;
}

/**
 * Ingress rules that name outside addresses, on pods behind a Service whose traffic policy lets a node answer for the
 * client (https://kubernetes.io/docs/tasks/access-application-cluster/create-external-load-balancer/#preserving-the-client-source-ip):
 * what such a rule is asked about may be a node's address. One for each rule, with the first opening that leads there.
 */
export function hiddenSources(reach: Reach, stack: PolicyStack, openings: readonly Opening[]): HiddenSource[] {
  const hiding = openings.filter((o) => o.hidesSource);
  const openingAt = firstOpenings(reach, hiding);
  if (openingAt.size === 0) return [];
  const first = new Map<Policy, number>();
  const known = new Map<Membership, number>();
  const naming = new Map<Policy, readonly Rule[]>();
  const rulesOf = (policy: Policy): readonly Rule[] => {
    const rules = naming.get(policy) ?? namingRules(policy);
    naming.set(policy, rules);
    return rules;
  };
  for (const { policy, direction, subject } of selections(stack)) {
    if (direction !== 'ingress' || rulesOf(policy).length === 0) continue;
    const members = selectedBy(reach, subject);
    const opening = known.get(members) ?? firstOf(endpointsOf(reach, members), openingAt);
    known.set(members, opening);
    first.set(policy, Math.min(opening, first.get(policy) ?? opening));
  }
  return [...first]
    .sort(([, a], [, b]) => a - b)
    .flatMap(([policy, at]) => {
      const opening = hiding[at];
      return opening ? rulesOf(policy).map((rule) => ({ opening, policy, rule })) : [];
    });
}

/** Of each endpoint that some opening leads to, the position of the first that does. */
function firstOpenings(reach: Reach, openings: readonly Opening[]): Map<number, number> {
  const first = new Map<number, number>();
  for (const [at, { to }] of openings.entries()) {
    for (const node of endpointsOf(reach, reach.targetsOf(to))) if (!first.has(node)) first.set(node, at);
  }
  return first;
}

function firstOf(nodes: Int32Array, openingAt: ReadonlyMap<number, number>): number {
  return nodes.reduce((first, node) => Math.min(first, openingAt.get(node) ?? first), Number.POSITIVE_INFINITY);
}

function selectedBy(reach: Reach, selector: Selector): Membership {
  return reach.membershipOf({ kind: 'endpoints', selector });
}

function namingRules({ rules }: Policy): Rule[] {
  return rules.filter((rule) => rule.direction === 'ingress' && rule.peers.some(namesSome));
}

/** A block that holds every address of its family holds the nodes' too. */
function namesSome(peer: Peer): boolean {
  if (peer.kind !== 'addresses') return false;
  const rest = subtractAddresses(ALL_ADDRESSES, peer.set);
  return !isNoAddress({ v4: rest.v4, v6: [] }) && !isNoAddress({ v4: [], v6: rest.v6 });
}
