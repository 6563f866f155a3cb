/** SCH010: a rule (CEL) that an object breaks. */

import type { KubernetesRule } from '../../rule.ts';

export const ruleOfSchema: KubernetesRule = {
  id: 'SCH010',
  model: 'kubernetes',
  severity: 'error',
  title: 'A validation rule of the schema does not hold',
  why: 'The schema of the kind holds rules in CEL about how fields go together, and the API server refuses an object that breaks one. Rules that cannot be evaluated here are listed in the answer, and count for nothing.',
  fix: 'Change the fields so that they meet what the message says.',
  references: [
    'https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#validation-rules',
  ],
  bad: [
    {
      line: 25,
      text: `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: ranges.example.org}
spec:
  group: example.org
  names: {kind: Range, plural: ranges}
  scope: Namespaced
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              properties: {from: {type: integer}, to: {type: integer}}
              x-kubernetes-validations:
                - {rule: self.from <= self.to, message: a range must not end before it begins}
---
apiVersion: example.org/v1
kind: Range
metadata: {name: web}
spec: {from: 3, to: 2}
`,
    },
  ],
  good: [
    `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: ranges.example.org}
spec:
  group: example.org
  names: {kind: Range, plural: ranges}
  scope: Namespaced
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              properties: {from: {type: integer}, to: {type: integer}}
              x-kubernetes-validations:
                - {rule: self.from <= self.to, message: a range must not end before it begins}
---
apiVersion: example.org/v1
kind: Range
metadata: {name: web}
spec: {from: 2, to: 3}
`,
  ],
};
