/** YML003: a word that YAML 1.1 reads as a boolean. */

import type { FileRule } from '../../rule.ts';

export const plainBoolean: FileRule = {
  id: 'YML003',
  model: 'any',
  severity: 'error',
  title: 'A plain yes, no, on or off where a string is wanted',
  why: 'Manifests are read as YAML 1.1, in which y, n, yes, no, on, off, true and false without quotes are booleans. A label or an environment variable takes strings only, and the object is refused.',
  fix: 'Put the word in quotes.',
  references: [
    'https://yaml.org/type/bool.html',
    'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/',
  ],
  bad: [
    {
      line: 5,
      text: `apiVersion: v1
kind: ConfigMap
metadata:
  name: web
  labels: {country: NO}
`,
    },
  ],
  good: [
    `apiVersion: v1
kind: ConfigMap
metadata:
  name: web
  labels: {country: "NO"}
`,
  ],
};
