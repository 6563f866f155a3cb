/** SCH003: a value that the API server does not take. */

import type { KubernetesRule } from '../../rule.ts';
import { podWith } from './examples.ts';

export const wrongValue: KubernetesRule = {
  id: 'SCH003',
  model: 'kubernetes',
  severity: 'error',
  title: 'A value of the wrong type, or one that the API does not take',
  why: 'The API server cannot read the object, or refuses it: nothing of it comes into force.',
  fix: 'Write a value of the type, and among the words or within the range, that the message names.',
  references: [
    'https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation',
    'https://kubernetes.io/docs/reference/kubernetes-api/',
  ],
  bad: [
    {
      line: 8,
      text: podWith('ports: {containerPort: 80}'),
    },
    {
      line: 5,
      text: `apiVersion: v1
kind: Service
metadata: {name: web}
spec:
  type: Nodeport
  ports: [{port: 80}]
`,
    },
  ],
  good: [podWith('ports: [{containerPort: 80}]')],
};
