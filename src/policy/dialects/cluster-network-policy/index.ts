/**
 * policy.networking.k8s.io/v1alpha2 ClusterNetworkPolicy (https://network-policy-api.sigs.k8s.io/api-overview;
 * kubernetes-sigs/network-policy-api config/crd of v0.2.0): the successor of the two v1alpha1 kinds, in a tier before
 * NetworkPolicy and one after it. v1beta1 has the same fields. Tested in
 * `test/policy/dialects/cluster-network-policy.test.ts`.
 */

import type { Field } from '../../../kubernetes/field.ts';
import type { Action } from '../../rule.ts';
import { makeDialect } from '../network-policy-api/dialect.ts';
import { type Form, PEER_FIELDS, readPriority, type TierName } from '../network-policy-api/form.ts';
import { readProtocol } from './protocols.ts';

const ACTIONS: ReadonlyMap<string, Action> = new Map([
  ['Accept', 'allow'],
  ['Deny', 'deny'],
  ['Pass', 'pass'],
]);

const FORM: Form = {
  kind: 'ClusterNetworkPolicy',
  versions: ['policy.networking.k8s.io/v1alpha2', 'policy.networking.k8s.io/v1beta1'],
  specFields: ['tier', 'priority'],
  actions: ACTIONS,
  egressPeers: PEER_FIELDS,
  maxItems: 25,
  portsField: 'protocols',
  namedPort: 'destinationNamedPort',
  readPort: readProtocol,
  needsNamespaceSelector: false,
  readPlacement: (spec) => ({ tier: readTier(spec), priority: readPriority(spec) ?? 0 }),
};

function readTier(spec: Field): TierName {
  const field = spec.at('tier');
  const text = field.string();
  if (field.absent) spec.refuse('SCH004', 'the policy needs a tier: Admin or Baseline');
  else if (text !== 'Admin' && text !== 'Baseline') field.refuse('SCH003', 'tier must be Admin or Baseline');
  return text === 'Baseline' ? 'Baseline' : 'Admin';
}

export const clusterNetworkPolicy = makeDialect(FORM);
