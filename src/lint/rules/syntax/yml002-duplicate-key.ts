/** YML002: equal keys in one mapping. */

import type { FileRule } from '../../rule.ts';

export const duplicateKey: FileRule = {
  id: 'YML002',
  model: 'any',
  severity: 'error',
  title: 'A key stands twice in one mapping',
  why: 'The last one counts, and what the first says is lost without a word. Under strict validation the API server refuses the object; the Compose loader refuses it always.',
  fix: 'Remove one of the two; where two objects have run into one, put a line of --- between them.',
  references: ['https://yaml.org/spec/1.2.2/#3213-node-comparison', 'https://www.rfc-editor.org/rfc/rfc8259#section-4'],
  bad: [
    {
      line: 5,
      text: `apiVersion: v1
kind: ConfigMap
metadata: {name: web}
data: {a: x}
data: {b: z}
`,
    },
  ],
  good: [
    `apiVersion: v1
kind: ConfigMap
metadata: {name: web}
data: {a: x, b: z}
`,
  ],
};
