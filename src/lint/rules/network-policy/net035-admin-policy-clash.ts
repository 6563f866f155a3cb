/** NET035: policies of administrators of which it is undefined which one decides. */

import type { KubernetesRule } from '../../rule.ts';
import { manifests } from '../fragments.ts';

const admin = (name: string, priority: number) => `apiVersion: policy.networking.k8s.io/v1alpha1
kind: AdminNetworkPolicy
metadata: {name: ${name}}
spec:
  priority: ${priority}
  subject: {namespaces: {}}
  ingress: [{action: Deny, from: [{namespaces: {matchLabels: {tier: ${name}}}}]}]
`;
const example = (second: number) => manifests(admin('first', 10), admin('second', second));

export const adminPolicyClash: KubernetesRule = {
  id: 'NET035',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Two policies of an administrator have one priority',
  why: 'Where both match, the API leaves open which one decides; network plugins differ.',
  fix: 'Give each a priority of its own.',
  references: ['https://network-policy-api.sigs.k8s.io/api-overview/'],
  bad: [{ line: 13, text: example(10) }],
  good: [example(20)],
};
