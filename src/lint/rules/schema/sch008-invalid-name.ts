/** SCH008: a name or a label that no object can have. */

import type { KubernetesRule } from '../../rule.ts';

export const invalidName: KubernetesRule = {
  id: 'SCH008',
  model: 'kubernetes',
  severity: 'error',
  title: 'A name, label or key that is spelled as the API does not take it',
  why: 'The API server refuses the object: names become parts of DNS names, paths and labels, which have a syntax of their own.',
  fix: 'Write the name as the message says: most often in lower case letters, digits and dashes.',
  references: [
    'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
    'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set',
  ],
  bad: [
    {
      line: 3,
      text: `apiVersion: v1
kind: ConfigMap
metadata: {name: My_Web}
`,
    },
    {
      line: 5,
      text: `apiVersion: v1
kind: ConfigMap
metadata:
  name: web
  labels: {app: web shop}
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
