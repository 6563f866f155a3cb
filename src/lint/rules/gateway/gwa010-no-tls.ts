/** GWA010: a Gateway that takes plain HTTP only. */

import { type GatewayView, gatewaysOf } from '../../context/gateway-view.ts';
import type { KubernetesRule } from '../../rule.ts';
import { TLS_SECRET } from '../ingress/examples.ts';
import { gatewayText, HTTPS } from './examples.ts';

const PLAIN = gatewayText({ listeners: '- {name: http, port: 80, protocol: HTTP}' });

export const noTls: KubernetesRule = {
  id: 'GWA010',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Gateway without TLS',
  why: 'Everything that is sent through it, passwords and session cookies among it, can be read and changed on the way.',
  fix: 'Add a listener of protocol HTTPS with a certificate, and redirect HTTP to it. Where something before the Gateway ends TLS, suppress this finding with that reason.',
  references: [
    'https://gateway-api.sigs.k8s.io/guides/tls/',
    'https://gateway-api.sigs.k8s.io/guides/http-redirect-rewrite/',
  ],
  bad: [{ line: 6, text: PLAIN }],
  good: [gatewayText({ listeners: HTTPS }) + TLS_SECRET],
  check(context, report) {
    for (const gateway of gatewaysOf(context)) {
      const { listeners, object } = gateway;
      if (listeners.length === 0 || listeners.some(({ protocol }) => protocol !== 'HTTP') || isInternal(gateway))
        continue;
      report(
        object.spec.at('listeners'),
        `Gateway ${object.name} takes plain HTTP only. Add a listener of protocol HTTPS.`,
      );
    }
  },
};

/** Meshes make Gateways for traffic inside, and encrypt it themselves. */
function isInternal({ className, object, listeners }: GatewayView): boolean {
  const local = listeners.every(({ hostname = '' }) => /(?:^|\.)(?:localhost|local|test|internal)$/.test(hostname));
  return local || /waypoint|mesh|internal|private|tailscale/.test(`${className} ${object.name}`);
}
