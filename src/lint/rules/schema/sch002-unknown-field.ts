/** SCH002: a field that the API server does not know. */

import type { KubernetesRule } from '../../rule.ts';
import { podWith } from './examples.ts';

export const unknownField: KubernetesRule = {
  id: 'SCH002',
  model: 'kubernetes',
  severity: 'error',
  title: 'A field that the kind does not have',
  why: 'Under strict validation, which kubectl asks for, the API server refuses the object. Otherwise the field is dropped without a word: a podselector that is dropped selects every pod.',
  fix: 'Correct the name of the field, or move it to where it belongs.',
  references: ['https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation'],
  bad: [
    {
      line: 8,
      text: podWith('imagePullPolice: Always'),
    },
    {
      line: 5,
      text: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: web}
spec:
  podselector: {matchLabels: {app: web}}
`,
    },
  ],
  good: [podWith('imagePullPolicy: Always')],
};
