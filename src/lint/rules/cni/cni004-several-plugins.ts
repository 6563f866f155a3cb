/** CNI004: two plugins for the network of pods. */

import type { CniPlugin } from '../../../kubernetes/cni/evidence.ts';
import type { KubernetesContext } from '../../context/kubernetes-context.ts';
import type { KubernetesRule } from '../../rule.ts';

const daemon = (name: string) => `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: ${name}
  namespace: kube-system
spec:
  selector:
    matchLabels: {app: ${name}}
  template:
    metadata:
      labels: {app: ${name}}
    spec:
      containers: [{name: agent, image: example.com/agent}]
`;

export const severalPlugins: KubernetesRule = {
  id: 'CNI004',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Two network plugins in one cluster',
  why: 'A node takes the configuration whose file name comes first, so that nodes may differ, and pods of one do not reach those of another. A plugin that was replaced leaves its configuration and its rules behind.',
  fix: 'Remove one of the two, with its files under /etc/cni/net.d.',
  references: ['https://kubernetes.io/docs/concepts/extend-kubernetes/compute-storage-net/network-plugins/'],
  bad: [{ line: 15, text: `${daemon('antrea-agent')}---\n${daemon('kube-flannel-ds')}` }],
  good: [daemon('antrea-agent')],
  check(context, report) {
    const [first, ...more] = primaries(context);
    if (!first) return;
    for (const { name, what, origin } of more) {
      report(
        origin,
        `${what} is ${name}, and ${first.what} is ${first.name}. A cluster has one network plugin: remove one of the two.`,
      );
    }
  },
};

/** Each makes a network of its own for all pods; others are meant to stand beside one. */
const PRIMARY: readonly string[] = [
  'Antrea',
  'Calico',
  'Canal',
  'Cilium',
  'Flannel',
  'kindnet',
  'OVN-Kubernetes',
  'Weave Net',
];

/** By their agents; of objects of a plugin's own kinds the bundle may have those of another cluster. */
function primaries(context: KubernetesContext): CniPlugin[] {
  const { plugins } = context.cni;
  const found = plugins.filter(({ name, what }) => PRIMARY.includes(name) && what.startsWith('DaemonSet '));
  if (found.length < 2 || hasMultus(context)) return [];
  // Cilium can be chained to others, and says so in its settings.
  return found.some(({ name }) => name === 'Cilium') && isChained(context) ? [] : found;
}

/** It runs other plugins, for further networks. */
function hasMultus({ pods }: KubernetesContext): boolean {
  return pods.templates.some(({ containers }) => containers.some((c) => MULTUS.test(c.stringAt('image') ?? '')));
}

const MULTUS = /(?:^|\/)multus/;

function isChained(context: KubernetesContext): boolean {
  return context.ofKind('ConfigMap').some(({ name, root }) => {
    const mode = root.at('data').stringAt('cni-chaining-mode');
    return name === 'cilium-config' && mode !== undefined && mode !== 'none';
  });
}
