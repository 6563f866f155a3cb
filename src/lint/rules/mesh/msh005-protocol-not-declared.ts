/** MSH005: a port of a mesh whose protocol is to be guessed. */

import type { ServicePortView } from '../../context/service-view.ts';
import type { KubernetesRule } from '../../rule.ts';

const manifests = (name: string) => `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels: {istio-injection: enabled}
---
apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
spec:
  selector: {app: web}
  ports:
    - name: ${name}
      port: 80
`;

export const protocolNotDeclared: KubernetesRule = {
  id: 'MSH005',
  model: 'kubernetes',
  severity: 'info',
  title: 'Port of a mesh does not say its protocol',
  why: 'The sidecar guesses from the first bytes: that takes time, and where the server speaks first, as databases do, the connection hangs for it or is taken for TCP.',
  fix: 'Set appProtocol, or begin the name with the protocol: http-web, tcp-db.',
  references: ['https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/'],
  bad: [{ line: 15, text: manifests('web') }],
  good: [manifests('http-web')],
  check(context, report) {
    const injected = new Set(
      context
        .ofKind('Namespace')
        .filter(({ labels }) => isInjected(labels))
        .map(({ name }) => name),
    );
    if (injected.size === 0) return;
    for (const { object, ports, type } of context.services.values()) {
      if (!injected.has(object.namespace) || type === 'ExternalName') continue;
      for (const port of ports) {
        if (port.protocol !== 'TCP' || isDeclared(port)) continue;
        const place = port.name === undefined ? port.field : port.field.at('name');
        const name = port.name === undefined ? 'has no name' : `is called ${port.name}`;
        report(
          place,
          `Port ${port.port} ${name}, which tells no protocol. Set appProtocol, or begin the name with it, as in http-web.`,
        );
      }
    }
  },
};

interface Labels {
  get(key: string): string | undefined;
  has(key: string): boolean;
}

function isInjected(labels: Labels): boolean {
  return labels.get('istio-injection') === 'enabled' || labels.has('istio.io/rev');
}

const PROTOCOL = /^(?:http2?|https|grpc(?:-web)?|tcp|tls|mongo|mysql|redis|udp)(?:-|$)/;

function isDeclared({ name, field }: ServicePortView): boolean {
  return PROTOCOL.test(name ?? '') || !field.at('appProtocol').absent;
}
