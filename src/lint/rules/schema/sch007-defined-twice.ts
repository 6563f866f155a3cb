/** SCH007: two objects of one kind, namespace and name. */

import type { KubernetesRule } from '../../rule.ts';

export const definedTwice: KubernetesRule = {
  id: 'SCH007',
  model: 'kubernetes',
  severity: 'error',
  title: 'An object that is defined twice',
  why: 'Whichever is applied last wins, which depends on the order of files: what the other says is lost.',
  fix: 'Remove one of the two, or give it another name or namespace.',
  references: ['https://kubernetes.io/docs/concepts/overview/working-with-objects/names/'],
  bad: [
    {
      line: 8,
      text: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: web}
spec:
  podSelector: {}
  policyTypes: [Ingress]
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: web}
spec:
  podSelector: {}
`,
    },
  ],
  good: [
    `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: web}
spec: {podSelector: {}}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: web, namespace: shop}
spec: {podSelector: {}}
`,
  ],
};
