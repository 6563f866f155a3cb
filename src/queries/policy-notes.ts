/**
 * What reach knows of the policies themselves: those that are about no workload of the bundle, and those that ask for
 * client addresses which a Service hides.
 */

import { ALL_ADDRESSES, isNoAddress, subtractAddresses } from '../algebra/address-set.ts';
import type { Reach } from '../engine/reach.ts';
import type { Direction, Peer, Policy, Rule } from '../policy/rule.ts';
import type { Opening } from '../policy/way.ts';

/** Policies that select nothing, of those that are in effect. */
export function idlePolicies(reach: Reach, policies: readonly Policy[]): Policy[] {
  const busy = new Set<Policy>();
  for (const direction of ['ingress', 'egress'] as const) {
    for (const node of representatives(reach, direction)) {
      for (const policy of reach.selectedBy(node, direction)) busy.add(policy);
    }
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
 * what such a rule is asked about may be a node's address. One for each rule.
 */
export function hiddenSources(reach: Reach, openings: readonly Opening[]): HiddenSource[] {
  const found = new Map<Rule, HiddenSource>();
  for (const opening of openings.filter((o) => o.hidesSource)) {
    for (const node of representatives(reach, 'ingress')) {
      if (reach.leadsTo(opening.to, node) === 'no') continue;
      for (const policy of reach.selectedBy(node, 'ingress')) {
        const rules = policy.rules.filter((rule) => rule.direction === 'ingress' && rule.peers.some(namesSome));
        for (const rule of rules) if (!found.has(rule)) found.set(rule, { opening, policy, rule });
      }
    }
  }
  return [...found.values()];
}

/** A node of each class of subjects. */
function representatives(reach: Reach, direction: Direction): number[] {
  const classes = direction === 'egress' ? reach.sources : reach.destinations;
  return classes.members.map(([node = -1]) => node);
}

/** A block that holds every address of its family holds the nodes' too. */
function namesSome(peer: Peer): boolean {
  if (peer.kind !== 'addresses') return false;
  const rest = subtractAddresses(ALL_ADDRESSES, peer.set);
  return !isNoAddress({ v4: rest.v4, v6: [] }) && !isNoAddress({ v4: [], v6: rest.v6 });
}
