/** The policy kinds that are known and not evaluated, one row each. A kind leaves this list when a dialect claims it. */

import type { PlacedTier } from '../../dialect.ts';
import type { Direction } from '../../rule.ts';

export interface UnevaluatedKind {
  readonly group: string;
  readonly kind: string;
  readonly scope: 'namespace' | 'cluster';
  readonly layer: PlacedTier['layer'];
  readonly directions: readonly Direction[];
  /** A namespace in which an object of this kind is about the whole cluster. */
  readonly rootNamespace?: string;
}

const BOTH: readonly Direction[] = ['ingress', 'egress'];

function rows(
  group: string,
  layer: PlacedTier['layer'],
  kinds: Readonly<Record<string, UnevaluatedKind['scope']>>,
): UnevaluatedKind[] {
  return Object.entries(kinds).map(([kind, scope]) => ({ group, kind, scope, layer, directions: BOTH }));
}

const CALICO = { NetworkPolicy: 'namespace', GlobalNetworkPolicy: 'cluster' } as const;

export const UNEVALUATED_KINDS: readonly UnevaluatedKind[] = [
  ...rows('crd.projectcalico.org', 'cni', CALICO),
  ...rows('projectcalico.org', 'cni', CALICO),
  ...rows('cilium.io', 'cni', { CiliumNetworkPolicy: 'namespace', CiliumClusterwideNetworkPolicy: 'cluster' }),
  ...rows('crd.antrea.io', 'cni', { NetworkPolicy: 'namespace', ClusterNetworkPolicy: 'cluster' }),
  ...rows('k8s.ovn.org', 'network', { UserDefinedNetwork: 'namespace', ClusterUserDefinedNetwork: 'cluster' }),
  {
    group: 'k8s.ovn.org',
    kind: 'EgressFirewall',
    scope: 'namespace',
    layer: 'cni',
    directions: ['egress'],
  },
  // https://istio.io/latest/docs/reference/config/security/authorization-policy: in the root namespace it applies to all.
  {
    group: 'security.istio.io',
    kind: 'AuthorizationPolicy',
    scope: 'namespace',
    layer: 'mesh',
    directions: ['ingress'],
    rootNamespace: 'istio-system',
  },
];
