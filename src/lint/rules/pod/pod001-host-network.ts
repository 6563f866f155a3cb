/** POD001: pods in the network of their node. */

import { without } from '../../fixes.ts';
import type { KubernetesRule } from '../../rule.ts';
import { pod } from '../fragments.ts';

const example = (more: string) => pod('agent', more);

export const hostNetwork: KubernetesRule = {
  id: 'POD001',
  model: 'kubernetes',
  severity: 'warning',
  title: 'A pod uses the network of its node',
  why: 'It sees the traffic of the node, reaches what listens on the node for itself alone, and no NetworkPolicy is about it.',
  fix: 'Remove hostNetwork, unless the program is about the network of the node; then restrict what it may do in other ways.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  bad: [{ line: 5, text: example('hostNetwork: true\ndnsPolicy: ClusterFirstWithHostNet\n') }],
  good: [example('')],
  check({ pods }, report) {
    for (const { spec, hostNetwork } of pods.templates) {
      const field = spec.at('hostNetwork');
      const message =
        'These pods use the network of their node: no NetworkPolicy holds them. Remove hostNetwork where you can.';
      if (hostNetwork) report(field, message, without(field));
    }
  },
};
