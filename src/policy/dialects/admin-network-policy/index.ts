/**
 * policy.networking.k8s.io/v1alpha1 AdminNetworkPolicy (https://network-policy-api.sigs.k8s.io/reference/spec;
 * kubernetes-sigs/network-policy-api config/crd of v0.1.7): asked before any NetworkPolicy, by ascending priority.
 * Tested in `test/policy/dialects/admin-network-policy.test.ts`.
 */

import type { Action } from '../../rule.ts';
import { makeDialect } from '../network-policy-api/dialect.ts';
import { type Form, PEER_FIELDS, readPriority } from '../network-policy-api/form.ts';
import { readV1alpha1Port } from '../network-policy-api/v1alpha1-ports.ts';

const ACTIONS: ReadonlyMap<string, Action> = new Map([
  ['Allow', 'allow'],
  ['Deny', 'deny'],
  ['Pass', 'pass'],
]);

const FORM: Form = {
  kind: 'AdminNetworkPolicy',
  versions: ['policy.networking.k8s.io/v1alpha1'],
  specFields: ['priority'],
  actions: ACTIONS,
  egressPeers: PEER_FIELDS,
  maxItems: 100,
  portsField: 'ports',
  namedPort: 'namedPort',
  readPort: readV1alpha1Port,
  needsNamespaceSelector: true,
  readPlacement: (spec) => ({ tier: 'Admin', priority: readPriority(spec) ?? 0 }),
};

export const adminNetworkPolicy = makeDialect(FORM);
