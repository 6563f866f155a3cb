/** CNI010: what is taken of the network plugin. Said where policies are put in force, in `analysis/enforcement.ts`. */

import type { KubernetesRule } from '../../rule.ts';
import { POLICY } from './examples.ts';

export const takenAsEnforced: KubernetesRule = {
  id: 'CNI010',
  model: 'kubernetes',
  severity: 'info',
  title: 'Whether policies are enforced is taken from the network plugin',
  why: 'The API takes policies whether or not anything enforces them. All that is said of who reaches whom rests on the plugin that the bundle shows.',
  fix: 'Nothing is to be done where it is the right plugin; else ask with enforcement=enforced or enforcement=none.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/network-policies/#prerequisites'],
  bad: [
    {
      line: 1,
      text: `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: cilium
  namespace: kube-system
spec:
  selector:
    matchLabels: {k8s-app: cilium}
  template:
    metadata:
      labels: {k8s-app: cilium}
    spec:
      containers: [{name: agent, image: quay.io/cilium/cilium}]
${POLICY}`,
    },
  ],
  good: [POLICY],
};
