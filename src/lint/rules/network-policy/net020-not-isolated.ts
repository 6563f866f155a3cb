/** NET020: pods that no policy selects, in a namespace that has policies. */

import type { PodTemplate } from '../../context/pod-template.ts';
import type { KubernetesRule } from '../../rule.ts';
import { deployment, manifests, policy } from '../fragments.ts';

const example = (selector: string) =>
  manifests(
    deployment({ name: 'web' }),
    deployment({ name: 'db' }),
    policy('web', `podSelector: ${selector}\npolicyTypes: [Ingress]\n`),
  );

export const notIsolated: KubernetesRule = {
  id: 'NET020',
  model: 'kubernetes',
  severity: 'warning',
  title: 'No policy selects these pods, and others of the namespace are selected',
  why: 'They are open to everybody, and may connect to everybody, in a namespace whose owner takes care of that.',
  fix: 'Select them in a policy, or add a default deny for the namespace.',
  references: [
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation',
  ],
  bad: [{ line: 16, text: example('{matchLabels: {app: web}}') }],
  good: [example('{}')],
  check({ policies, pods, isolation }, report) {
    const guarded = new Set(policies.map(({ object }) => object.namespace));
    for (const pod of pods.templates) {
      const isSelected = isolation.of(pod, 'ingress').length + isolation.of(pod, 'egress').length > 0;
      if (isSelected || !guarded.has(pod.namespace) || isShortLived(pod)) continue;
      const { kind, name, namespace, root } = pod.object;
      report(
        root,
        `No policy of namespace ${namespace} selects the pods of ${kind} ${name}, so that they are open to everybody. Select them, or add a default deny.`,
      );
    }
  },
};

/** What only runs to its end listens to nobody, and in its node's network no policy of Kubernetes is about it. */
function isShortLived({ object, hostNetwork }: PodTemplate): boolean {
  return hostNetwork || object.kind === 'Job' || object.kind === 'CronJob';
}
