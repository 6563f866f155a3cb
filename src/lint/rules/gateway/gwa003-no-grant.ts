/**
 * GWA003: a reference to another namespace that does not agree. Of backends it is said where routes are followed, in
 * `kubernetes/gateway/entries.ts`; here of certificates.
 */

import { gatewaysOf, isGranted } from '../../context/gateway-view.ts';
import type { KubernetesRule } from '../../rule.ts';
import { TLS_SECRET } from '../ingress/examples.ts';
import { EDGE, gatewayText, HTTPS, route, WEB } from './examples.ts';

const GRANT = `---
apiVersion: gateway.networking.k8s.io/v1beta1
kind: ReferenceGrant
metadata:
  name: edge
spec:
  from: [{group: gateway.networking.k8s.io, kind: Gateway, namespace: edge}]
  to: [{group: "", kind: Secret, name: web-tls}]
`;

const GATEWAY =
  gatewayText({
    metadata: '{name: edge, namespace: edge}',
    listeners: HTTPS.replace('{name: web-tls}', '{name: web-tls, namespace: default}'),
  }) + TLS_SECRET;

const ROUTE = route({
  parent: '{name: edge, namespace: edge}',
  namespace: 'shop',
  rules: '    - backendRefs: [{name: web, namespace: default, port: 80}]',
});

export const noGrant: KubernetesRule = {
  id: 'GWA003',
  model: 'kubernetes',
  severity: 'error',
  title: 'Reference to another namespace without a ReferenceGrant',
  why: 'An object may refer to one of another namespace only where a ReferenceGrant of that namespace agrees. Without it the backend gets no traffic, and the listener has no certificate.',
  fix: 'Add a ReferenceGrant to the namespace that is referred to: from the kind and namespace of the referring object, to the kind and name of the other.',
  references: ['https://gateway-api.sigs.k8s.io/api-types/referencegrant/'],
  bad: [
    { line: 9, text: ROUTE + WEB },
    { line: 11, text: GATEWAY },
  ],
  good: [route({}) + WEB + EDGE, GATEWAY + GRANT],
  check(context, report) {
    for (const { object, listeners } of gatewaysOf(context)) {
      for (const ref of listeners.flatMap(({ tls }) => tls.itemsAt('certificateRefs'))) {
        const namespace = ref.stringAt('namespace') || object.namespace;
        const kind = ref.stringAt('kind') ?? 'Secret';
        const name = ref.stringAt('name') ?? '';
        if (isGranted(context, object, { kind, namespace, name })) continue;
        report(
          ref,
          `${kind} ${namespace}/${name} is in another namespace, and no ReferenceGrant there lets a Gateway of namespace ${object.namespace} refer to it. Add one.`,
        );
      }
    }
  },
};
