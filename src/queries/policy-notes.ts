/**
 * What reach knows of the policies themselves: those that are about no workload of the bundle, and those that ask for
 * client addresses which a Service hides.
 */

import { ALL_ADDRESSES } from '../algebra/address-set.ts';
import { bigintLine, numberLine } from '../algebra/interval-set.ts';
import type { Membership } from '../engine/node-set.ts';
import type { Reach } from '../engine/reach.ts';
import type { Peer, Policy, Rule } from '../policy/rule.ts';
import type { Selector } from '../policy/selector.ts';
import type { PolicyStack } from '../policy/stack.ts';
import type { Opening } from '../policy/way.ts';
import { FirstOpenings } from './first-openings.ts';
import { endpointsOf, selections } from './selections.ts';

/** Policies that select nothing, of those that are in effect. */
export function idlePolicies(reach: Reach, stack: PolicyStack): ReadonlySet<Policy> {
  const { idle } = reach.selectorNotes;
  const found = new Set(policiesOf(stack).filter(({ rules }) => rules.every(({ subject }) => idle.has(subject))));
  for (const { tiers } of stack.layers) {
    for (const { ends } of tiers) for (const { policy, subject } of ends) if (!idle.has(subject)) found.delete(policy);
  }
  return found;
}

function policiesOf({ layers }: PolicyStack): Policy[] {
  return layers.flatMap(({ tiers }) => tiers.flatMap(({ groups }) => groups.flat()));
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
  if (hiding.length === 0) return [];
  const naming = new Set(policiesOf(stack).filter(({ rules }) => rules.some(isNaming)));
  const openingAt = new FirstOpenings(reach, hiding);
  const first = new Map<Policy, number>();
  const known = new Map<Membership, number>();
  for (const { policy, direction, subject } of selections(stack, naming)) {
    if (direction !== 'ingress') continue;
    const members = selectedBy(reach, subject);
    const opening = known.get(members) ?? openingAt.any(endpointsOf(reach, members));
    known.set(members, opening);
    first.set(policy, Math.min(opening, first.get(policy) ?? opening));
  }
  return [...first]
    .sort(([, a], [, b]) => a - b)
    .flatMap(([policy, at]) => {
      const opening = hiding[at];
      return opening ? policy.rules.filter(isNaming).map((rule) => ({ opening, policy, rule })) : [];
    });
}

function selectedBy(reach: Reach, selector: Selector): Membership {
  return reach.membershipOf({ kind: 'endpoints', selector });
}

function isNaming({ direction, peers }: Rule): boolean {
  return direction === 'ingress' && peers.some(namesSome);
}

/** A block that holds every address of its family holds the nodes' too. */
function namesSome(peer: Peer): boolean {
  if (peer.kind !== 'addresses') return false;
  const { v4, v6 } = peer.set;
  return !numberLine.equal(v4, ALL_ADDRESSES.v4) && !bigintLine.equal(v6, ALL_ADDRESSES.v6);
}
