/** NET021: policies, and a network plugin that does not enforce them. */

import type { KubernetesRule } from '../../rule.ts';
import { manifests, policy } from '../fragments.ts';

const FLANNEL = `apiVersion: v1
kind: ConfigMap
metadata: {name: kube-flannel-cfg, namespace: kube-flannel}
data:
  net-conf.json: '{"Network": "10.244.0.0/16", "Backend": {"Type": "vxlan"}}'
  cni-conf.json: '{"cniVersion": "1.0.0", "name": "cbr0", "plugins": [{"type": "flannel"}]}'
`;
const ENFORCER = `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: kube-network-policies, namespace: kube-system}
spec:
  selector: {matchLabels: {app: kube-network-policies}}
  template:
    metadata: {labels: {app: kube-network-policies}}
    spec:
      containers:
        - {name: main, image: registry.k8s.io/networking/kube-network-policies}
`;
const DENY = policy('deny', 'podSelector: {}\npolicyTypes: [Ingress]\n');

export const notEnforced: KubernetesRule = {
  id: 'NET021',
  model: 'kubernetes',
  severity: 'warning',
  title: 'The network plugin does not enforce policies',
  why: 'The API server takes policies whether or not anything enforces them: these have no effect at all, and everything is open.',
  fix: 'Add something that enforces them, such as kube-network-policies or Canal beside Flannel, or use another plugin.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/network-policies/#prerequisites'],
  bad: [{ line: 8, text: manifests(FLANNEL, DENY) }],
  good: [manifests(FLANNEL, ENFORCER, DENY)],
  check({ policies, unenforcedBy }, report) {
    const [first] = policies;
    if (!first) return;
    for (const { name, what } of unenforcedBy) {
      const count = policies.length === 1 ? 'this policy has' : `the ${policies.length} policies of the bundle have`;
      report(
        first.object.root,
        `${name} (${what}) does not enforce policies, and nothing in the bundle does: ${count} no effect. Add kube-network-policies, Canal or another plugin that does.`,
      );
    }
  },
};
