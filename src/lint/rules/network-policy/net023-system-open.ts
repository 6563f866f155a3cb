/** NET023: more of kube-system than its DNS. */

import { NAMESPACE_NAME_LABEL } from '../../../kubernetes/namespace.ts';
import type { PeerView } from '../../context/peer-view.ts';
import type { KubernetesRule } from '../../rule.ts';
import { policy } from '../fragments.ts';
import { DNS_PORT } from './dns.ts';

const SYSTEM = 'kube-system';
const example = (ports: string) =>
  policy(
    'web',
    `podSelector: {}\npolicyTypes: [Egress]\negress:\n  - to: [{namespaceSelector: {matchLabels: {${NAMESPACE_NAME_LABEL}: ${SYSTEM}}}}]\n${ports}`,
  );

export const systemOpen: KubernetesRule = {
  id: 'NET023',
  model: 'kubernetes',
  severity: 'info',
  title: 'A policy opens more of kube-system than its DNS',
  why: 'What runs there holds rights over the whole cluster, and most pods need nothing of it but names.',
  fix: 'Allow port 53 for UDP and TCP, or name the pods and ports that are needed.',
  references: ['https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/#initial-namespaces'],
  bad: [{ line: 8, text: example('') }],
  good: [example('    ports: [{port: 53, protocol: UDP}, {port: 53}]\n')],
  check({ policies }, report) {
    for (const { object, rules, isolates } of policies) {
      for (const rule of rules) {
        if (!isolates[rule.direction]) continue;
        const isDns = !rule.isAnyPort && rule.ports.every(({ first, last }) => first === DNS_PORT && last === DNS_PORT);
        if (rule.direction === 'egress' && !isDns) {
          const peer = rule.peers.find(isWholeSystem);
          if (peer)
            report(
              peer.field,
              'Every pod of kube-system is open to these pods, beyond its DNS. Name the ports, or the pods, that are needed.',
            );
        }
        if (rule.direction === 'ingress' && object.namespace === SYSTEM && rule.isAnyone && rule.isAnyPort) {
          report(rule.field, 'Everybody may connect to these pods of kube-system. Name peers or ports.');
        }
      }
    }
  },
};

function isWholeSystem(peer: PeerView): boolean {
  if (peer.kind === 'block' || (peer.podRequirements ?? []).length > 0) return false;
  const [only, ...more] = peer.namespaceRequirements ?? [];
  return (
    only?.key === NAMESPACE_NAME_LABEL && more.length === 0 && only.operator === 'In' && only.values.includes(SYSTEM)
  );
}
