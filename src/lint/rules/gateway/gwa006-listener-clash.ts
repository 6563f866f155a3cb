/** GWA006: listeners of one Gateway that cannot share a port; of two that are alike the API server speaks (SCH010). */

import { gatewaysOf, type ListenerView } from '../../context/gateway-view.ts';
import type { KubernetesRule } from '../../rule.ts';
import { TLS_SECRET } from '../ingress/examples.ts';
import { gatewayText, HTTPS } from './examples.ts';

const manifests = (port: number) =>
  gatewayText({ listeners: `${HTTPS}\n- {name: http, port: ${port}, protocol: HTTP}` }) + TLS_SECRET;

export const listenerClash: KubernetesRule = {
  id: 'GWA006',
  model: 'kubernetes',
  severity: 'error',
  title: 'Listeners of a Gateway cannot share their port',
  why: 'Of listeners with one port, and protocols that cannot be told apart there, none, or only one, is served.',
  fix: 'Give the listeners different ports.',
  references: ['https://gateway-api.sigs.k8s.io/reference/spec/#listener'],
  bad: [{ line: 12, text: manifests(443) }],
  good: [manifests(80)],
  check(context, report) {
    for (const { listeners } of gatewaysOf(context)) {
      for (const [i, listener] of listeners.entries()) {
        const before = listeners.slice(0, i).filter(({ port }) => port === listener.port && port !== undefined);
        const foreign = before.find((other) => !mayShare(other, listener));
        if (!foreign) continue;
        report(
          listener.field.at('protocol'),
          `Listener ${foreign.name} speaks ${foreign.protocol} at port ${listener.port} already, and ${listener.protocol} cannot share it. Use another port.`,
        );
      }
    }
  },
};

/** What a listener must see to be told from others of its port: headers, a name in the TLS handshake, nothing. */
const KINDS: Readonly<Record<string, string>> = { HTTP: 'http', HTTPS: 'tls', TLS: 'tls', TCP: 'tcp', UDP: 'udp' };

/** UDP has ports of its own, and of the protocols of vendors nothing is known. */
function mayShare(a: ListenerView, b: ListenerView): boolean {
  const [first, second] = [KINDS[a.protocol], KINDS[b.protocol]];
  if (first === undefined || second === undefined || first === second) return true;
  return first === 'udp' || second === 'udp';
}
