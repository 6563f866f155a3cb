/** YML007: a document of no kind. */

import type { FileRule } from '../../rule.ts';

export const noObject: FileRule = {
  id: 'YML007',
  model: 'any',
  severity: 'warning',
  title: 'A document that is no object of Kubernetes and no Compose file',
  why: 'Without apiVersion and kind nobody can tell what it is; it is passed over, and kubectl refuses it.',
  fix: 'Add what is missing, or leave the file out.',
  references: ['https://kubernetes.io/docs/concepts/overview/working-with-objects/#required-fields'],
  bad: [
    {
      line: 1,
      text: `kind: ConfigMap
metadata: {name: web}
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
