/** GWA008: a Gateway that no controller may take. */

import { GATEWAY_GROUP } from '../../../kubernetes/gateway/api.ts';
import { gatewaysOf } from '../../context/gateway-view.ts';
import { formatNearest } from '../../context/named-objects.ts';
import type { KubernetesRule } from '../../rule.ts';
import { TLS_SECRET } from '../ingress/examples.ts';
import { gatewayText, HTTPS } from './examples.ts';

const manifests = (className: string) => `${gatewayText({ className, listeners: HTTPS })}---
apiVersion: gateway.networking.k8s.io/v1
kind: GatewayClass
metadata:
  name: public
spec:
  controllerName: example.com/gateway
${TLS_SECRET}`;

export const classUnknown: KubernetesRule = {
  id: 'GWA008',
  model: 'kubernetes',
  severity: 'info',
  title: 'GatewayClass is not known',
  why: 'Controllers take the Gateways of their classes; of one without such a class nobody makes anything.',
  fix: 'Write the name of a GatewayClass of the cluster.',
  references: ['https://gateway-api.sigs.k8s.io/api-types/gatewayclass/'],
  bad: [{ line: 5, text: manifests('pubilc') }],
  good: [manifests('public')],
  check(context, report) {
    const classes = context.named('GatewayClass', GATEWAY_GROUP);
    // Installations bring the classes along, and are seldom in one bundle with what uses them.
    if (classes.isEmpty && !context.complete) return;
    for (const { className, object } of gatewaysOf(context)) {
      if (className === '' || classes.get('', className)) continue;
      const near = classes.nearest('', className);
      report(
        object.spec.at('gatewayClassName'),
        `There is no GatewayClass ${className}${formatNearest(near, '')}. Name the class of the controller that shall take this Gateway.`,
      );
    }
  },
};
