/**
 * policy.networking.k8s.io/v1alpha1 BaselineAdminNetworkPolicy (https://network-policy-api.sigs.k8s.io/reference/spec;
 * kubernetes-sigs/network-policy-api config/crd of v0.1.7): asked about pods that no NetworkPolicy selects. There is
 * one, called `default`. Tested in `test/policy/dialects/baseline-admin-network-policy.test.ts`.
 */

import type { Field } from '../../../kubernetes/field.ts';
import type { Action } from '../../rule.ts';
import { makeDialect } from '../network-policy-api/dialect.ts';
import { type Form, PEER_FIELDS, type Placement } from '../network-policy-api/form.ts';
import { readV1alpha1Port } from '../network-policy-api/v1alpha1-ports.ts';

const ACTIONS: ReadonlyMap<string, Action> = new Map([
  ['Allow', 'allow'],
  ['Deny', 'deny'],
]);

const FORM: Form = {
  kind: 'BaselineAdminNetworkPolicy',
  versions: ['policy.networking.k8s.io/v1alpha1'],
  specFields: [],
  actions: ACTIONS,
  egressPeers: PEER_FIELDS.filter((field) => field !== 'domainNames'),
  maxItems: 100,
  portsField: 'ports',
  namedPort: 'namedPort',
  readPort: readV1alpha1Port,
  needsNamespaceSelector: true,
  readPlacement,
};

function readPlacement(_spec: Field, root: Field): Placement {
  const name = root.at('metadata').at('name');
  if (name.string() !== 'default') {
    name.refuse('NET035', 'a cluster has one BaselineAdminNetworkPolicy, and it must be called default');
  }
  return { tier: 'Baseline', priority: undefined };
}

export const baselineAdminNetworkPolicy = makeDialect(FORM);
