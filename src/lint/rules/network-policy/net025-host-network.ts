/** NET025: a policy about pods in the network of their node. */

import type { PodSelection } from '../../context/pod-selection.ts';
import type { KubernetesRule } from '../../rule.ts';
import { manifests, policy } from '../fragments.ts';

const example = (hostNetwork: boolean) =>
  manifests(
    `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: agent}
spec:
  selector: {matchLabels: {app: agent}}
  template:
    metadata: {labels: {app: agent}}
    spec:
      hostNetwork: ${hostNetwork}
      containers: [{name: main, image: example.com/agent}]
`,
    policy('agent', 'podSelector: {matchLabels: {app: agent}}\npolicyTypes: [Ingress]\n'),
  );

export const hostNetwork: KubernetesRule = {
  id: 'NET025',
  model: 'kubernetes',
  severity: 'warning',
  title: 'A policy is about pods in the network of their node',
  why: 'Such pods have the address of the node, and no selector of a policy means them: the policy says something that nothing does.',
  fix: 'Guard the node’s ports by its firewall, and write peers with hostNetwork as blocks of the nodes’ addresses.',
  references: [
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-and-hostnetwork-pods',
  ],
  bad: [{ line: 16, text: example(true) }],
  good: [example(false)],
  check({ policies }, report) {
    for (const { object, requirements, selected, rules } of policies) {
      if (requirements.length > 0 && areOnNodes(selected)) {
        report(
          object.spec.at('podSelector'),
          'All pods that this selects are in the network of their node, where the policy has no effect. Guard the ports of the node.',
        );
      }
      for (const peer of rules.flatMap(({ peers }) => peers)) {
        if (peer.kind === 'block' || !peer.podRequirements?.length || !areOnNodes(peer.selected)) continue;
        report(
          peer.field,
          'All pods that this peer means are in the network of their node, and no selector matches them. Write the addresses of the nodes as an ipBlock.',
        );
      }
    }
  },
};

function areOnNodes({ pods }: PodSelection): boolean {
  return pods.length > 0 && pods.every((pod) => pod.hostNetwork);
}
