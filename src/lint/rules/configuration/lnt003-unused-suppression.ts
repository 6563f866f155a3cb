/** LNT003: a suppression that suppresses nothing. */

import type { FileRule } from '../../rule.ts';

export const unusedSuppression: FileRule = {
  id: 'LNT003',
  model: 'any',
  severity: 'info',
  title: 'A suppression suppresses nothing',
  why: 'What it was about is gone, and it would hide the next fault in the same place.',
  fix: 'Remove it.',
  references: ['https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html'],
  bad: [
    {
      line: 6,
      text: `apiVersion: v1
kind: ConfigMap
metadata:
  name: a
  annotations:
    portolan/ignore-SVC001: the pods are made by an operator
`,
    },
  ],
  good: [
    `apiVersion: v1
kind: Service
metadata:
  name: a
  annotations:
    portolan/ignore-SVC001: the pods are made by an operator
spec:
  selector: {app: a}
  ports: [{port: 80}]
`,
  ],
};
