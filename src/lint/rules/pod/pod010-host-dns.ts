/** POD010: a pod in the network of its node that does not ask the DNS of the cluster. */

import { originOf } from '../../place.ts';
import type { KubernetesRule } from '../../rule.ts';
import { pod } from '../fragments.ts';

const POLICY = 'ClusterFirstWithHostNet';
const example = (more: string) => pod('agent', `hostNetwork: true\n${more}`);

export const hostDns: KubernetesRule = {
  id: 'POD010',
  model: 'kubernetes',
  severity: 'warning',
  title: 'A pod in the network of its node asks the DNS of the node',
  why: 'With hostNetwork ClusterFirst falls back to the resolver of the node, which knows no Service.',
  fix: 'Set dnsPolicy: ClusterFirstWithHostNet, or Default to say that it is meant.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-s-dns-policy'],
  bad: [
    { line: 5, text: example('') },
    { line: 6, text: example('dnsPolicy: ClusterFirst\n') },
  ],
  good: [example(`dnsPolicy: ${POLICY}\n`), example('dnsPolicy: Default\n')],
  check({ pods }, report) {
    for (const { spec, hostNetwork } of pods.templates) {
      const policy = spec.at('dnsPolicy');
      if (!hostNetwork || (!policy.absent && policy.value !== 'ClusterFirst')) continue;
      const edit = policy.absent
        ? { kind: 'add' as const, at: originOf(spec), key: 'dnsPolicy', value: POLICY }
        : { kind: 'set' as const, at: originOf(policy), value: POLICY };
      report(
        policy.absent ? spec.at('hostNetwork') : policy,
        `With hostNetwork these pods ask the DNS of the node, which knows no Service. Set dnsPolicy: ${POLICY}.`,
        { fix: { title: `Set dnsPolicy: ${POLICY}`, safe: true, edits: [edit] } },
      );
    }
  },
};
