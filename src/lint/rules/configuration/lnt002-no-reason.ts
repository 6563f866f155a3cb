/** LNT002: a suppression without a reason. */

import type { FileRule } from '../../rule.ts';

export const noReason: FileRule = {
  id: 'LNT002',
  model: 'any',
  severity: 'warning',
  title: 'A suppression gives no reason',
  why: 'Nobody can tell later whether it is still right, so it has no effect.',
  fix: 'Write why behind the rule: `# portolan-ignore SVC001 the pods are made by an operator`.',
  references: ['https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html'],
  bad: [
    {
      line: 5,
      text: `apiVersion: v1
kind: Service
metadata: {name: a}
spec:
  # portolan-ignore SVC001
  selector: {app: a}
  ports: [{port: 80}]
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
