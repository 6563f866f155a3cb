/** YML001: a document that is not well formed. */

import type { FileRule } from '../../rule.ts';

export const syntaxError: FileRule = {
  id: 'YML001',
  model: 'any',
  severity: 'error',
  title: 'The YAML or JSON cannot be read',
  why: 'Nothing of the document is applied, and the answer is not complete: what it would have said is not known.',
  fix: 'Correct the place that the message names. Most often it is a tab, a bracket, or an indentation that is off by one.',
  references: ['https://yaml.org/spec/1.2.2/'],
  bad: [
    {
      line: 4,
      text: `apiVersion: v1
kind: ConfigMap
metadata:
\tname: web
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
