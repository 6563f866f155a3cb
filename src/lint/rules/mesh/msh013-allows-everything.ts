/** MSH013: a policy of a mesh that allows everything. */

import type { KubernetesRule } from '../../rule.ts';

const manifests = (rule: string) => `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata:
  name: web
  namespace: shop
spec:
  action: ALLOW
  rules:
    - ${rule}
`;

export const allowsEverything: KubernetesRule = {
  id: 'MSH013',
  model: 'kubernetes',
  severity: 'warning',
  title: 'AuthorizationPolicy allows everything',
  why: 'A rule without conditions matches every request, and policies that allow add up: the narrower ones beside it have no effect.',
  fix: 'Say in the rule from whom, to what, or when; to switch policies off for a while, remove them.',
  references: ['https://istio.io/latest/docs/reference/config/security/authorization-policy/'],
  bad: [{ line: 9, text: manifests('{}') }],
  good: [manifests('from: [{source: {namespaces: [edge]}}]')],
  check(context, report) {
    for (const { group, spec } of context.ofKind('AuthorizationPolicy')) {
      const action = spec.stringAt('action') ?? 'ALLOW';
      if (group !== 'security.istio.io' || action !== 'ALLOW') continue;
      for (const rule of spec.itemsAt('rules')) {
        const isOpen = ['from', 'to', 'when'].every((key) => rule.itemsAt(key).length === 0);
        if (isOpen)
          report(
            rule,
            'The rule has no conditions, so that every request is allowed. Say from whom, to what, or when.',
          );
      }
    }
  },
};
