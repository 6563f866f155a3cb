/** YML008: bytes that are no text. */

import type { FileRule } from '../../rule.ts';

const NUL = 'apiVersion: v1\u0000';

export const noText: FileRule = {
  id: 'YML008',
  model: 'any',
  severity: 'error',
  title: 'A file that is no text in UTF-8',
  why: 'Manifests are text in UTF-8. A file in another encoding cannot be read, and the answer is not complete.',
  fix: 'Save the file as UTF-8, or leave it out.',
  references: ['https://www.rfc-editor.org/rfc/rfc3629'],
  bad: [{ line: 1, text: NUL }],
  good: [
    `apiVersion: v1
kind: ConfigMap
metadata: {name: web}
`,
  ],
};
