/** MSH015: a VirtualService for a host that its Gateway does not serve. */

import type { KubernetesContext } from '../../context/kubernetes-context.ts';
import type { LintObject } from '../../context/lint-object.ts';
import { gatewaysOf, ISTIO_NETWORKING, istioObjects } from '../../context/virtual-services.ts';
import type { KubernetesRule } from '../../rule.ts';
import { REVIEWS } from './examples.ts';

const manifests = (host: string) => `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: reviews
spec:
  hosts: [${host}]
  gateways: [edge]
  http:
    - route: [{destination: {host: reviews}}]
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata:
  name: edge
spec:
  selector: {istio: ingressgateway}
  servers:
    - port: {number: 80, name: http, protocol: HTTP}
      hosts: ["*.example.com"]
${REVIEWS}`;

export const hostNotOnGateway: KubernetesRule = {
  id: 'MSH015',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Gateway does not serve the host of a VirtualService',
  why: 'No server of the Gateway takes requests for the host: they are answered with 404 before the VirtualService is asked.',
  fix: 'Add the host to a server of the Gateway, or correct it in one of the two.',
  references: ['https://istio.io/latest/docs/reference/config/analysis/ist0132/'],
  bad: [{ line: 6, text: manifests('www.example.net') }],
  good: [manifests('www.example.com'), manifests('"*"')],
  check(context, report) {
    for (const object of istioObjects(context, 'VirtualService')) {
      const served = servedHosts(object, context);
      if (served === undefined) continue;
      for (const field of object.spec.itemsAt('hosts')) {
        const host = field.string() ?? '';
        if (served.some((other) => meet(other, host))) continue;
        report(
          field,
          `No server of its Gateway takes ${host}; they take ${[...new Set(served)].join(', ')}. Add it there, or correct it.`,
        );
      }
    }
  },
};

/** Undefined where the VirtualService is for the mesh too, or where a Gateway is not in the bundle. */
function servedHosts(object: LintObject, context: KubernetesContext): string[] | undefined {
  const gateways = context.named('Gateway', ISTIO_NETWORKING);
  const bound = gatewaysOf(object).map(({ id }) => {
    const [namespace = '', name = ''] = id.split('/');
    return gateways.get(namespace, name);
  });
  if (bound.length === 0 || bound.includes(undefined)) return undefined;
  const servers = bound.flatMap((gateway) => gateway?.spec.itemsAt('servers') ?? []);
  const hosts = servers.flatMap((server) => server.itemsAt('hosts')).flatMap((host) => host.string() ?? []);
  return hosts.flatMap((host) => hostIn(host, object.namespace));
}

/** `namespace/host` is for VirtualServices of that namespace; `.` is another word for the Gateway's own. */
function hostIn(text: string, namespace: string): string[] {
  const [space = '', host] = text.split('/');
  if (host === undefined) return [text];
  return ['*', '.', namespace].includes(space) ? [host] : [];
}

function meet(a: string, b: string): boolean {
  return a === b || holds(a, b) || holds(b, a);
}

function holds(wildcard: string, host: string): boolean {
  return wildcard === '*' || (wildcard.startsWith('*.') && host.endsWith(wildcard.slice(1)));
}
