/** SCH001: a kind that nobody knows. */

import type { KubernetesRule } from '../../rule.ts';
import { customRange } from './examples.ts';

export const unknownKind: KubernetesRule = {
  id: 'SCH001',
  model: 'kubernetes',
  severity: 'info',
  title: 'A kind of which no schema is known',
  why: 'Objects of the kind are read, and nothing is checked in them. Where the group is one of Kubernetes itself, there is no such kind, and the API server refuses the object.',
  fix: 'Add the CustomResourceDefinition of the kind to the bundle, or correct the name of the kind.',
  references: ['https://kubernetes.io/docs/concepts/extend-kubernetes/api-extension/custom-resources/'],
  bad: [
    {
      line: 2,
      text: `apiVersion: example.org/v1
kind: Widget
metadata: {name: web}
`,
    },
    {
      line: 2,
      text: `apiVersion: apps/v1
kind: Deploymnet
metadata: {name: web}
`,
      severity: 'error',
    },
  ],
  good: [customRange(1, 2)],
};
