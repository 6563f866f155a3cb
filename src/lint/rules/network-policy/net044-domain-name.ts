/** NET044: a rule about domain names, whose addresses nobody knows beforehand. */

import type { KubernetesRule } from '../../rule.ts';

const example = (to: string) => `apiVersion: policy.networking.k8s.io/v1alpha1
kind: AdminNetworkPolicy
metadata: {name: out}
spec:
  priority: 10
  subject: {namespaces: {}}
  egress:
    - action: Allow
      to: [{${to}}]
`;

export const domainName: KubernetesRule = {
  id: 'NET044',
  model: 'kubernetes',
  severity: 'warning',
  title: 'A rule is about domain names',
  why: 'Which addresses a name leads to is known where it is asked for, at that time: verdicts about outside addresses are unknown here.',
  fix: 'Name the blocks of addresses where they are fixed, or read those verdicts as open.',
  references: ['https://network-policy-api.sigs.k8s.io/npeps/npep-133-fqdn-egress-selector/'],
  bad: [{ line: 9, text: example('domainNames: [api.example.com]') }],
  good: [example('networks: [203.0.113.0/24]')],
};
