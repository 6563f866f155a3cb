/** YML004: an unrendered template. */

import type { FileRule } from '../../rule.ts';

export const template: FileRule = {
  id: 'YML004',
  model: 'any',
  severity: 'error',
  title: 'A template that was not rendered',
  why: 'Helm, Jinja and the like write manifests; what they start from is no YAML, and nothing of it can be read.',
  fix: 'Render it first, for example with `helm template`, and send the result.',
  references: ['https://helm.sh/docs/helm/helm_template/'],
  bad: [
    {
      line: 3,
      text: `apiVersion: v1
kind: ConfigMap
metadata: {name: {{ .Release.Name }}}
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
