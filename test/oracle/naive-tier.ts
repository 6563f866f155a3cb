/**
 * The tiers around NetworkPolicy. Policies stand in the order of their priority numbers and rules in the order in which they
 * are written; the first match decides the packet, and Pass decides that the tier does not. Between two policies of one
 * number the API leaves the order open, so whatever either of them says may become of the packet. Follows the field comments
 * of AdminNetworkPolicy and ClusterNetworkPolicy (kubernetes-sigs/network-policy-api).
 */
import { type ClusterPolicy, type ClusterRule, readClusterPolicies } from './naive-cluster-policy.ts';
import { clusterPeerMatches, either, subjectSelects, type Truth } from './naive-peer.ts';
import { ALLOW, DENY, type Outcomes, oneOf } from './outcomes.ts';
import type { Side } from './question.ts';

/** Policies that share a priority number. */
type Rank = readonly ClusterPolicy[];
type Saying = 'allow' | 'deny' | 'pass' | 'nothing';

export function adminPolicies(side: Side): readonly Rank[] {
  return ranked(side, 'Admin');
}

export function baselinePolicies(side: Side): readonly Rank[] {
  return ranked(side, 'Baseline');
}

function ranked(side: Side, tier: 'Admin' | 'Baseline'): readonly Rank[] {
  const policies = readClusterPolicies(side.world.objects, tier, side.direction).filter(({ subject }) =>
    subjectSelects(side.world, subject, side.pod),
  );
  const numbers = [...new Set(policies.map(({ priority }) => priority))].sort((a, b) => a - b);
  return numbers.map((number) => policies.filter(({ priority }) => priority === number));
}

/** `next` is what becomes of a packet that leaves the tier. */
export function throughTier(side: Side, ranks: readonly Rank[], next: () => Outcomes): Outcomes {
  const [rank, ...later] = ranks;
  if (rank === undefined) {
    return next();
  }
  const sayings = rank.map((policy) => sayingsOf(side, policy));
  const possible: Outcomes[] = [];
  if (sayings.some((said) => said.has('allow'))) {
    possible.push(ALLOW);
  }
  if (sayings.some((said) => said.has('deny'))) {
    possible.push(DENY);
  }
  if (sayings.some((said) => said.has('pass'))) {
    possible.push(next());
  }
  if (sayings.every((said) => said.has('nothing'))) {
    possible.push(throughTier(side, later, next));
  }
  return oneOf(possible);
}

/** All that a policy may say about the packet: the rules up to the first that certainly matches. */
function sayingsOf(side: Side, policy: ClusterPolicy): ReadonlySet<Saying> {
  const said = new Set<Saying>();
  for (const rule of policy.rules) {
    const match = ruleMatches(side, rule);
    if (match !== 'no') {
      said.add(rule.action);
    }
    if (match === 'yes') {
      return said;
    }
  }
  return said.add('nothing');
}

function ruleMatches(side: Side, { peers, isAboutPacket }: ClusterRule): Truth {
  if (!isAboutPacket(side.flow, side.to)) {
    return 'no';
  }
  return peers === 'everyone'
    ? 'yes'
    : peers.map((peer) => clusterPeerMatches(side.world, peer, side.other)).reduce(either, 'no');
}
