/** CNI005: a network plugin that nobody maintains any more. */

import type { Field } from '../../../kubernetes/field.ts';
import type { KubernetesContext } from '../../context/kubernetes-context.ts';
import type { KubernetesRule } from '../../rule.ts';

const manifests = (image: string) => `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: net
  namespace: kube-system
spec:
  selector:
    matchLabels: {app: net}
  template:
    metadata:
      labels: {app: net}
    spec:
      containers:
        - name: agent
          image: ${image}
`;

export const pluginRetired: KubernetesRule = {
  id: 'CNI005',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Network plugin has been retired',
  why: 'The project was archived in 2024: no fixes of vulnerabilities, no images for newer systems, and addresses under cloud.weave.works answer no more.',
  fix: 'Move to a plugin that is maintained, such as Cilium, Calico or Antrea.',
  references: ['https://github.com/weaveworks/weave', 'https://github.com/kubernetes/k8s.io/pull/9459'],
  bad: [{ line: 15, text: manifests('docker.io/weaveworks/weave-kube:2.8.1') }],
  good: [manifests('example.com/agent:1.0.0')],
  check(context, report) {
    for (const [field, what] of uses(context))
      report(field, `${what}, which was archived in 2024. Move to a plugin that is maintained.`);
  },
};

const IMAGE = /(?:^|\/)weaveworks\/weave-|(?:^|\/)weave-(?:kube|npc)(?:[:@]|$)/;
const ADDRESS = /cloud\.weave\.works/;

function* uses(context: KubernetesContext): Generator<readonly [Field, string]> {
  for (const { allContainers } of context.pods.templates) {
    for (const container of allContainers) {
      if (IMAGE.test(container.stringAt('image') ?? '')) yield [container.at('image'), 'This is Weave Net'];
      for (const argument of [...container.itemsAt('command'), ...container.itemsAt('args')]) {
        if (ADDRESS.test(String(argument.value))) yield [argument, 'This asks a server of Weave'];
      }
    }
  }
  for (const { group, root } of context.ofKind('ConfigMap')) {
    if (group !== '') continue;
    const data = root.at('data');
    for (const key of Object.keys(data.object() ?? {})) {
      const field = data.at(key);
      if (typeof field.value === 'string' && ADDRESS.test(field.value)) yield [field, 'This asks a server of Weave'];
    }
  }
}
