/** YML006: a limit that one document exceeds. */

import type { FileRule } from '../../rule.ts';

const deep = (open: string, close: string) =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web}\ndata: ${open.repeat(70)}${close.repeat(70)}\n`;

export const limit: FileRule = {
  id: 'YML006',
  model: 'any',
  severity: 'error',
  title: 'A document beyond what is read',
  why: 'A document that nests too deep, is too large or expands its aliases too far is not read, and the answer is not complete. The limits are those of GET /v1/limits.',
  fix: 'Split the document, or write its aliases out.',
  references: ['https://en.wikipedia.org/wiki/Billion_laughs_attack'],
  bad: [{ line: 4, text: deep('[', ']') }],
  good: [
    `apiVersion: v1
kind: ConfigMap
metadata: {name: web}
`,
  ],
};
