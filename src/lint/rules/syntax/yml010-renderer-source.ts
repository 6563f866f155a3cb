/** YML010: files that a program turns into manifests. */

import type { FileRule } from '../../rule.ts';

export const rendererSource: FileRule = {
  id: 'YML010',
  model: 'any',
  severity: 'info',
  title: 'Sources of Helm or Kustomize, not what they write',
  why: 'A chart or a kustomization changes the manifests beside it when it is rendered. They are read here as they stand, so that what is said of them may not be what comes into force. Patches are parts of objects, and are passed over.',
  fix: 'Send what `helm template` or `kustomize build` prints.',
  references: [
    'https://helm.sh/docs/topics/charts/',
    'https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/',
  ],
  bad: [
    {
      line: 1,
      text: `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources: [web.yaml]
`,
    },
  ],
  good: [
    `apiVersion: v1
kind: ConfigMap
metadata: {name: web}
`,
  ],
};
