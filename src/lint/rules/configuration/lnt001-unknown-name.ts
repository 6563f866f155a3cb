/** LNT001: settings or a suppression name a rule that does not exist. */

import type { FileRule } from '../../rule.ts';

export const unknownName: FileRule = {
  id: 'LNT001',
  model: 'any',
  severity: 'warning',
  title: 'No rule or category has this name',
  why: 'The setting, or the suppression, has no effect, and nobody would notice.',
  fix: 'Write the id of a rule, such as SVC001, or in settings a category, such as service.',
  references: ['https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html'],
  bad: [
    {
      line: 4,
      text: `apiVersion: v1
kind: ConfigMap
metadata:
  name: a # portolan-ignore SVC999 it is fine
`,
    },
  ],
  good: [
    `apiVersion: v1
kind: Service
metadata: {name: a}
spec:
  # portolan-ignore SVC001 the pods are made by an operator
  selector: {app: a}
  ports: [{port: 80}]
`,
  ],
};
