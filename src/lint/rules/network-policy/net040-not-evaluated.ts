/** NET040: a policy of a kind that is known and not evaluated. */

import type { KubernetesRule } from '../../rule.ts';
import { policy } from '../fragments.ts';

export const notEvaluated: KubernetesRule = {
  id: 'NET040',
  model: 'kubernetes',
  severity: 'warning',
  title: 'A policy of a kind that is not evaluated',
  why: 'It may allow or deny anything about the pods it selects, so that verdicts about them are unknown, and rules that ask who reaches whom keep silent.',
  fix: 'Say what can be said in NetworkPolicy or AdminNetworkPolicy, or read those verdicts as open.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/network-policies/'],
  bad: [
    {
      line: 1,
      text: `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: web}
spec: {action: DENY, rules: [{}]}
`,
    },
  ],
  good: [policy('web', 'podSelector: {}\npolicyTypes: [Ingress]\n')],
};
