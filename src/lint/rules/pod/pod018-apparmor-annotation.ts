/** POD018: AppArmor by annotation. */

import { without } from '../../fixes.ts';
import type { KubernetesRule } from '../../rule.ts';

const PREFIX = 'container.apparmor.security.beta.kubernetes.io/';
const example = (annotations: string) => `apiVersion: v1
kind: Pod
metadata:
  name: web
  annotations:
    note: first
${annotations}spec:
  containers:
    - {name: main, image: example.com/web, securityContext: {appArmorProfile: {type: RuntimeDefault}}}
`;

export const apparmorAnnotation: KubernetesRule = {
  id: 'POD018',
  model: 'kubernetes',
  severity: 'warning',
  title: 'AppArmor is set by annotation',
  why: 'The annotation is deprecated since Kubernetes 1.30; one that names no container of the pod protects none.',
  fix: 'Set securityContext.appArmorProfile of the container, and remove the annotation.',
  references: ['https://kubernetes.io/docs/tutorials/security/apparmor/#securing-a-pod'],
  bad: [{ line: 7, text: example(`    ${PREFIX}other: runtime/default\n`) }],
  good: [example('')],
  check({ pods }, report) {
    for (const { template, containers, initContainers } of pods.templates) {
      const annotations = template.at('metadata').at('annotations');
      const names = new Set([...containers, ...initContainers].map((container) => container.stringAt('name')));
      for (const key of Object.keys(annotations.object() ?? {})) {
        if (!key.startsWith(PREFIX)) continue;
        const container = key.slice(PREFIX.length);
        const fault = names.has(container)
          ? 'is deprecated'
          : `names no container (${container}), so that it protects none`;
        report(
          annotations.at(key),
          `The annotation ${fault}. Set securityContext.appArmorProfile instead.`,
          without(annotations.at(key)),
        );
      }
    }
  },
};
