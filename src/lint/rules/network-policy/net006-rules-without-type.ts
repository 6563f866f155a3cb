/** NET006: rules of a direction that `policyTypes` leaves out. */

import type { Direction } from '../../../policy/rule.ts';
import type { KubernetesRule } from '../../rule.ts';

const TYPES: readonly (readonly [Direction, string])[] = [
  ['ingress', 'Ingress'],
  ['egress', 'Egress'],
];

export const rulesWithoutType: KubernetesRule = {
  id: 'NET006',
  model: 'kubernetes',
  severity: 'error',
  title: 'Rules of a direction that policyTypes leaves out',
  why: 'The API says that such rules have no effect, and the pods stay open in that direction. Cilium and the network policy controller of AWS enforce them all the same, so that one manifest means two things.',
  fix: 'Add the direction to policyTypes, or delete the rules.',
  references: [
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-resource',
    'https://github.com/cilium/cilium/issues/48703',
  ],
  bad: [
    {
      line: 8,
      text: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web
spec:
  podSelector: {}
  policyTypes: [Ingress]
  egress:
    - to: [{ipBlock: {cidr: 192.0.2.0/24}}]
`,
    },
  ],
  good: [
    `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web
spec:
  podSelector: {}
  policyTypes: [Ingress, Egress]
  egress:
    - to: [{ipBlock: {cidr: 192.0.2.0/24}}]
`,
  ],
  check({ policies }, report) {
    for (const policy of policies) {
      for (const [direction, type] of TYPES) {
        if (policy.isolates[direction] || policy.rulesOf(direction).length === 0) continue;
        report(
          policy.object.spec.at(direction),
          `policyTypes has no ${type}, so that these rules have no effect (and with Cilium or on AWS they have). Add ${type} to policyTypes, or delete the rules.`,
        );
      }
    }
  },
};
