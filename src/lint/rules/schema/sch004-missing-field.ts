/** SCH004: a field that is required and not there. */

import type { KubernetesRule } from '../../rule.ts';
import { podWith } from './examples.ts';

export const missingField: KubernetesRule = {
  id: 'SCH004',
  model: 'kubernetes',
  severity: 'error',
  title: 'A field that must be there is missing',
  why: 'The API server refuses the object: nothing of it comes into force.',
  fix: 'Add the field that the message names.',
  references: ['https://kubernetes.io/docs/reference/kubernetes-api/'],
  bad: [
    {
      line: 8,
      text: podWith('env: [{value: debug}]'),
    },
    {
      line: 5,
      text: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web}
spec:
  rules: [{http: {paths: [{path: /, backend: {service: {name: web, port: {number: 80}}}}]}}]
`,
    },
  ],
  good: [podWith('env: [{name: LEVEL, value: debug}]')],
};
