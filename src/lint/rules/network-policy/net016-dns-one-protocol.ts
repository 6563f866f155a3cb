/** NET016: DNS over one of its two protocols. */

import { coversPort } from '../../context/policy-ports.ts';
import type { PolicyRuleView } from '../../context/policy-view.ts';
import { withItem } from '../../fixes.ts';
import type { KubernetesRule } from '../../rule.ts';
import { deployment, manifests, policy } from '../fragments.ts';
import { DNS_PORT, letsAsk } from './dns.ts';

const example = (ports: string) =>
  manifests(
    deployment({ name: 'web' }),
    policy(
      'web',
      `podSelector: {matchLabels: {app: web}}\npolicyTypes: [Egress]\negress:\n  - to: [{namespaceSelector: {}}]\n    ports: [${ports}]\n`,
    ),
  );

export const dnsOneProtocol: KubernetesRule = {
  id: 'NET016',
  model: 'kubernetes',
  severity: 'warning',
  title: 'DNS is allowed over one protocol only',
  why: 'Lookups go over UDP, and again over TCP where the answer is long. Without UDP none works, and a port without a protocol is TCP.',
  fix: 'Allow port 53 for UDP and for TCP.',
  references: ['https://www.rfc-editor.org/rfc/rfc7766'],
  bad: [
    { line: 24, text: example('{port: 53}') },
    { line: 24, severity: 'info', text: example('{port: 53, protocol: UDP}') },
  ],
  good: [example('{port: 53}, {port: 53, protocol: UDP}')],
  check({ isolation }, report) {
    for (const { policies } of isolation.groups('egress')) {
      const rules = policies.flatMap((policy) => policy.rulesOf('egress'));
      const [udp, tcp] = [letsAsk(rules, 'UDP'), letsAsk(rules, 'TCP')];
      const place =
        udp === tcp ? undefined : rules.find((rule) => rule.ports.length > 0 && isDns(rule, udp ? 'UDP' : 'TCP'));
      if (!place) continue;
      const ports = place.field.at('ports');
      const missing = udp ? 'TCP' : 'UDP';
      const effect = udp ? 'long answers are cut off' : 'hardly any lookup works, for they go over UDP';
      report(ports, `Port 53 is allowed for ${udp ? 'UDP' : 'TCP'} only: ${effect}. Allow ${missing} too.`, {
        ...(udp ? { severity: 'info' } : {}),
        ...withItem(ports, { port: DNS_PORT, protocol: missing }),
      });
    }
  },
};

function isDns({ ports }: PolicyRuleView, protocol: 'UDP' | 'TCP'): boolean {
  return coversPort(ports, DNS_PORT, protocol);
}
