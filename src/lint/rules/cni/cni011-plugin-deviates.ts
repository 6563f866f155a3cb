/** CNI011: what a network plugin does otherwise than the API says. Said in `kubernetes/cni/deviations.ts`. */

import type { KubernetesRule } from '../../rule.ts';

const manifests = (protocol: string) => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web
spec:
  podSelector: {}
  ingress:
    - ports:
        - protocol: ${protocol}
          port: 5000
---
apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: kube-router
  namespace: kube-system
spec:
  selector:
    matchLabels: {k8s-app: kube-router}
  template:
    metadata:
      labels: {k8s-app: kube-router}
    spec:
      containers: [{name: agent, image: example.com/kube-router}]
`;

export const pluginDeviates: KubernetesRule = {
  id: 'CNI011',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Network plugin reads this otherwise than the API says',
  why: 'Plugins leave parts of the API out, or read them in their own way: the policy does something else than it says.',
  fix: 'Say the same in a way that the plugin has in common with the API, as the finding tells.',
  references: [
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/',
    'https://github.com/cloudnativelabs/kube-router/issues/1019',
    'https://docs.cilium.io/en/stable/configuration/sctp',
  ],
  bad: [{ line: 8, text: manifests('SCTP') }],
  good: [manifests('TCP')],
};
