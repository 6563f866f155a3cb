/** GWA014: a ReferenceGrant that gives all Secrets away. */

import { GATEWAY_GROUP } from '../../../kubernetes/gateway/api.ts';
import type { KubernetesRule } from '../../rule.ts';

const manifests = (name: string) => `apiVersion: gateway.networking.k8s.io/v1beta1
kind: ReferenceGrant
metadata:
  name: edge
  namespace: shop
spec:
  from:
    - {group: gateway.networking.k8s.io, kind: Gateway, namespace: edge}
  to:
    - {group: "", kind: Secret${name}}
`;

export const grantOfEverySecret: KubernetesRule = {
  id: 'GWA014',
  model: 'kubernetes',
  severity: 'warning',
  title: 'ReferenceGrant is for every Secret',
  why: 'Whoever may write a Gateway in the trusted namespace can serve under any certificate of this one, and of every Secret that is added later.',
  fix: 'Name the Secret in the grant.',
  references: ['https://gateway-api.sigs.k8s.io/api-types/referencegrant/'],
  bad: [{ line: 10, text: manifests('') }],
  good: [manifests(', name: web-tls')],
  check(context, report) {
    for (const { group, spec } of context.ofKind('ReferenceGrant')) {
      if (group !== GATEWAY_GROUP) continue;
      for (const to of spec.itemsAt('to')) {
        if (to.stringAt('kind') !== 'Secret' || to.stringAt('name')) continue;
        report(to, 'The grant is for every Secret of the namespace. Name the one that is meant.');
      }
    }
  },
};
