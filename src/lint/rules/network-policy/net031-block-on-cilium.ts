/** NET031: a block of addresses for pods, on Cilium. */

import type { KubernetesRule } from '../../rule.ts';
import { manifests, policy } from '../fragments.ts';

const CILIUM = `apiVersion: v1
kind: ConfigMap
metadata: {name: cilium-config, namespace: kube-system}
data: {enable-policy: default}
`;
const example = (cidr: string) =>
  manifests(CILIUM, policy('web', `podSelector: {}\ningress:\n  - from: [{ipBlock: {cidr: ${cidr}}}]\n`));

export const blockOnCilium: KubernetesRule = {
  id: 'NET031',
  model: 'kubernetes',
  severity: 'warning',
  title: 'A block of private addresses is never matched by pods on Cilium',
  why: 'Cilium knows pods by their labels, and matches blocks with addresses outside only: the rule lets no pod through.',
  fix: 'Select the pods by their labels.',
  references: ['https://github.com/cilium/cilium/issues/9209'],
  bad: [{ line: 12, text: example('10.0.0.0/16') }],
  good: [example('203.0.113.0/24')],
};
