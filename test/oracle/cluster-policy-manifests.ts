/**
 * The policies of the whole cluster, of the group policy.networking.k8s.io, as their JSON spells them: AdminNetworkPolicy
 * and BaselineAdminNetworkPolicy of v1alpha1, and ClusterNetworkPolicy of v1alpha2, which says the same in other words.
 * Peers by node and by domain name are left out: the oracle does not speak about them.
 */
import type { LabelSelector, Metadata, TransportProtocol } from './manifests.ts';

/** Exactly one field is set, here and in peers. */
export interface Subject {
  readonly namespaces?: LabelSelector;
  readonly pods?: { readonly namespaceSelector?: LabelSelector; readonly podSelector: LabelSelector };
}

export interface ClusterPeer extends Subject {
  /** Only in `to`. */
  readonly networks?: readonly string[];
  /** Stands for every field that a later version of the API may add. */
  readonly fieldOfALaterVersion?: LabelSelector;
}

export interface PortRange {
  readonly start: number;
  readonly end: number;
}

/** One entry of `ports` in v1alpha1: exactly one field is set. */
export interface AdminPort {
  readonly portNumber?: { readonly protocol?: TransportProtocol; readonly port: number };
  readonly portRange?: PortRange & { readonly protocol?: TransportProtocol };
  readonly namedPort?: string;
}

export interface DestinationPort {
  readonly destinationPort: { readonly number: number } | { readonly range: PortRange };
}

/** One entry of `protocols` in v1alpha2: exactly one field is set. */
export interface ProtocolEntry {
  readonly tcp?: DestinationPort;
  readonly udp?: DestinationPort;
  readonly sctp?: DestinationPort;
  readonly destinationNamedPort?: string;
}

interface ClusterRule<Action extends string> {
  readonly name?: string;
  readonly action: Action;
  /** In ingress rules. */
  readonly from?: readonly ClusterPeer[];
  /** In egress rules. */
  readonly to?: readonly ClusterPeer[];
}

export interface AdminRule<Action extends string = 'Allow' | 'Deny' | 'Pass'> extends ClusterRule<Action> {
  readonly ports?: readonly AdminPort[];
}

export interface ClusterNetworkRule extends ClusterRule<'Accept' | 'Deny' | 'Pass'> {
  readonly protocols?: readonly ProtocolEntry[];
}

interface ClusterPolicySpec<Rule> {
  readonly subject: Subject;
  readonly ingress?: readonly Rule[];
  readonly egress?: readonly Rule[];
}

export type AdminSpec = ClusterPolicySpec<AdminRule> & { readonly priority: number };
export type BaselineSpec = ClusterPolicySpec<AdminRule<'Allow' | 'Deny'>>;
export type ClusterNetworkSpec = ClusterPolicySpec<ClusterNetworkRule> & {
  readonly tier: 'Admin' | 'Baseline';
  readonly priority: number;
};

export interface AdminPolicyManifest {
  readonly apiVersion: 'policy.networking.k8s.io/v1alpha1';
  readonly kind: 'AdminNetworkPolicy';
  readonly metadata: Metadata;
  readonly spec: AdminSpec;
}

export interface BaselinePolicyManifest {
  readonly apiVersion: 'policy.networking.k8s.io/v1alpha1';
  readonly kind: 'BaselineAdminNetworkPolicy';
  readonly metadata: Metadata;
  readonly spec: BaselineSpec;
}

export interface ClusterNetworkPolicyManifest {
  readonly apiVersion: 'policy.networking.k8s.io/v1alpha2';
  readonly kind: 'ClusterNetworkPolicy';
  readonly metadata: Metadata;
  readonly spec: ClusterNetworkSpec;
}

export type ClusterPolicyManifest = AdminPolicyManifest | BaselinePolicyManifest | ClusterNetworkPolicyManifest;
