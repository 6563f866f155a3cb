/**
 * Reads the three kinds of cluster policy into one form, which says what they have in common: a subject, and rules with an
 * action, peers and ports. Follows the field comments of apis/v1alpha1 and apis/v1alpha2 (kubernetes-sigs/network-policy-api).
 */
import type {
  AdminRule,
  ClusterNetworkRule,
  ClusterPeer,
  ClusterPolicyManifest,
  Subject,
} from './cluster-policy-manifests.ts';
import type { Flow } from './flow.ts';
import type { Manifest } from './manifests.ts';
import type { Place } from './naive-peer.ts';
import { adminPortMatches, protocolEntryMatches } from './naive-port.ts';
import type { Direction } from './question.ts';

export interface ClusterPolicy {
  readonly priority: number;
  readonly subject: Subject;
  readonly rules: readonly ClusterRule[];
}

export interface ClusterRule {
  readonly action: 'allow' | 'deny' | 'pass';
  readonly peers: readonly ClusterPeer[] | 'everyone';
  readonly isAboutPacket: (flow: Flow, destination: Place) => boolean;
}

type Tier = 'Admin' | 'Baseline';

const ACTIONS = { Allow: 'allow', Accept: 'allow', Deny: 'deny', Pass: 'pass' } as const;

export function readClusterPolicies(
  objects: readonly Manifest[],
  tier: Tier,
  direction: Direction,
): readonly ClusterPolicy[] {
  const policies = objects.filter(isClusterPolicy).filter((policy) => tierOf(policy) === tier);
  const kinds = new Set(policies.map(({ kind }) => kind));
  if (tier === 'Baseline' && kinds.size > 1) {
    throw new Error('no document orders a BaselineAdminNetworkPolicy among ClusterNetworkPolicies');
  }
  return policies.map((policy) => ({
    priority: policy.kind === 'BaselineAdminNetworkPolicy' ? 0 : policy.spec.priority,
    subject: policy.spec.subject,
    rules: rulesOf(policy, direction),
  }));
}

function isClusterPolicy(object: Manifest): object is ClusterPolicyManifest {
  return object.apiVersion.startsWith('policy.networking.k8s.io/');
}

function tierOf(policy: ClusterPolicyManifest): Tier {
  switch (policy.kind) {
    case 'AdminNetworkPolicy':
      return 'Admin';
    case 'BaselineAdminNetworkPolicy':
      return 'Baseline';
    case 'ClusterNetworkPolicy':
      return policy.spec.tier;
  }
}

function rulesOf(policy: ClusterPolicyManifest, direction: Direction): readonly ClusterRule[] {
  const side = direction === 'Ingress' ? 'ingress' : 'egress';
  const peerField = direction === 'Ingress' ? 'from' : 'to';
  return policy.kind === 'ClusterNetworkPolicy'
    ? (policy.spec[side] ?? []).flatMap((rule) => closed(readNewRule(rule, peerField)))
    : (policy.spec[side] ?? []).flatMap((rule) => closed(readOldRule(rule, peerField)));
}

function readOldRule({ ports, ...rule }: AdminRule, peerField: 'from' | 'to'): ClusterRule {
  return {
    action: ACTIONS[rule.action],
    peers: rule[peerField] ?? [],
    isAboutPacket: (flow, destination) =>
      ports === undefined || ports.some((entry) => adminPortMatches(entry, flow, destination)),
  };
}

function readNewRule({ protocols, ...rule }: ClusterNetworkRule, peerField: 'from' | 'to'): ClusterRule {
  return {
    action: ACTIONS[rule.action],
    peers: rule[peerField] ?? [],
    isAboutPacket: (flow, destination) =>
      protocols === undefined || protocols.some((entry) => protocolEntryMatches(entry, flow, destination)),
  };
}

/** A peer that nobody can read makes its rule fail closed: it allows nothing, or else it denies everything. */
function closed(rule: ClusterRule): readonly ClusterRule[] {
  if (rule.peers === 'everyone' || rule.peers.every(isReadable)) {
    return [rule];
  }
  return rule.action === 'allow' ? [] : [{ action: 'deny', peers: 'everyone', isAboutPacket: () => true }];
}

function isReadable({ namespaces, pods, networks }: ClusterPeer): boolean {
  return namespaces !== undefined || pods !== undefined || networks !== undefined;
}
