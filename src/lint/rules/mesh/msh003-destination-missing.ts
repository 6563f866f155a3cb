/** MSH003: a VirtualService that leads nowhere, or hangs on no Gateway. */

import { meshHost } from '../../context/mesh-hosts.ts';
import { formatNearest } from '../../context/named-objects.ts';
import { destinationsOf, gatewaysOf, ISTIO_NETWORKING, istioObjects } from '../../context/virtual-services.ts';
import type { KubernetesRule } from '../../rule.ts';
import { REVIEWS } from './examples.ts';

const manifests = (host: string, gateway = 'edge') => `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: reviews
spec:
  hosts: [www.example.com]
  gateways: [${gateway}]
  http:
    - route:
        - destination:
            host: ${host}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata:
  name: edge
spec:
  servers:
    - port: {number: 80, name: http, protocol: HTTP}
      hosts: ["*"]
${REVIEWS}`;

export const destinationMissing: KubernetesRule = {
  id: 'MSH003',
  model: 'kubernetes',
  severity: 'error',
  title: 'Destination or Gateway of a VirtualService does not exist',
  why: 'Requests to a destination that is not there are answered with 503; without its Gateway the VirtualService gets none.',
  fix: 'Write the name of a Service of the namespace, or its full name; of a Gateway its name, with namespace/ before it where it is in another one.',
  references: ['https://istio.io/latest/docs/reference/config/analysis/ist0101/'],
  bad: [
    { line: 11, text: manifests('revews') },
    { line: 7, text: manifests('reviews', 'edgee') },
    { line: 11, complete: true, text: manifests('ratings') },
    { line: 11, severity: 'info', text: manifests('ratings') },
  ],
  good: [manifests('reviews'), manifests('reviews', 'default/edge')],
  check(context, report) {
    const gateways = context.named('Gateway', ISTIO_NETWORKING);
    for (const object of istioObjects(context, 'VirtualService')) {
      for (const destination of destinationsOf(object)) {
        const text = destination.stringAt('host') ?? '';
        const host = meshHost(context, text, object.namespace);
        if (host.kind !== 'unknown') continue;
        const hint = host.meant === undefined ? '' : `; it is likely to be ${host.meant}`;
        const message = `No Service and no ServiceEntry is called ${text}${hint}. Correct the host, or add what it names.`;
        report(destination.at('host'), message, { absent: host.meant === undefined });
      }
      for (const { field, id } of gatewaysOf(object)) {
        const [namespace = '', name = ''] = id.split('/');
        if (id === 'mesh' || gateways.get(namespace, name)) continue;
        const near = gateways.nearest(namespace, name);
        const message = `There is no Gateway ${name} in namespace ${namespace}${formatNearest(near, namespace)}. Correct the name, or add it.`;
        report(field, message, { absent: near === undefined });
      }
    }
  },
};
