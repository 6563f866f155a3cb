/** LNT004: a suppression of a rule that whoever asks does not let be suppressed. */

import type { FileRule } from '../../rule.ts';

const SERVICE = `apiVersion: v1
kind: Service
metadata: {name: a}
spec:
  # portolan-ignore SVC001 the pods are made by an operator
  selector: {app: a}
  ports: [{port: 80}]
`;

export const unsuppressible: FileRule = {
  id: 'LNT004',
  model: 'any',
  severity: 'warning',
  title: 'A suppression of a rule that cannot be suppressed here',
  why: 'Whoever runs the check has named the rule `unsuppressible`: the finding stands all the same.',
  fix: 'Fix what the rule found, and remove the suppression.',
  references: ['https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html'],
  bad: [{ line: 5, text: SERVICE, settings: 'unsuppressible: [SVC001]\n' }],
  good: [SERVICE],
};
