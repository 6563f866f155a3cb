/** GWA006: listeners of one Gateway that cannot be told apart. */

import { gatewaysOf, type ListenerView } from '../../context/gateway-view.ts';
import type { KubernetesRule } from '../../rule.ts';
import { CERTIFICATE } from './examples.ts';

const manifests = (protocol: string, port: number, hostname: string) => `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata:
  name: edge
spec:
  gatewayClassName: public
  listeners:
    - name: https
      port: 443
      protocol: HTTPS
      hostname: www.example.com
      tls: {certificateRefs: [{name: web-tls}]}
    - name: other
      port: ${port}
      protocol: ${protocol}
      hostname: ${hostname}
      ${protocol === 'HTTP' ? '' : 'tls: {certificateRefs: [{name: web-tls}]}'}
${CERTIFICATE}`;

export const listenerClash: KubernetesRule = {
  id: 'GWA006',
  model: 'kubernetes',
  severity: 'error',
  title: 'Listeners of a Gateway clash',
  why: 'Listeners with the same port, protocol and host name are refused. Of those with one port and protocols that cannot share it, none, or only one, is served.',
  fix: 'Give the listeners different ports or host names, or make one of them.',
  references: ['https://gateway-api.sigs.k8s.io/reference/spec/#listener'],
  bad: [
    { line: 13, text: manifests('HTTPS', 443, 'www.example.com') },
    { line: 15, text: manifests('HTTP', 443, 'shop.example.com') },
  ],
  good: [manifests('HTTPS', 443, 'shop.example.com'), manifests('HTTP', 80, 'www.example.com')],
  check(context, report) {
    for (const { listeners } of gatewaysOf(context)) {
      for (const [i, listener] of listeners.entries()) {
        const before = listeners.slice(0, i).filter(({ port }) => port === listener.port && port !== undefined);
        const same = before.find(
          (other) => other.protocol === listener.protocol && other.hostname === listener.hostname,
        );
        const foreign = before.find((other) => !mayShare(other, listener));
        if (same) {
          const message = `Listener ${same.name} has the same port, protocol and host name. Change one of the two.`;
          report(listener.field, message, { refused: true });
        } else if (foreign) {
          const message = `Listener ${foreign.name} speaks ${foreign.protocol} at port ${listener.port} already, and ${listener.protocol} cannot share it. Use another port.`;
          report(listener.field.at('protocol'), message);
        }
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
