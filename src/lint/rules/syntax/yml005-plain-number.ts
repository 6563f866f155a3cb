/** YML005: a number in a field of strings. */

import type { FileRule } from '../../rule.ts';
import { podWith } from '../schema/examples.ts';

export const plainNumber: FileRule = {
  id: 'YML005',
  model: 'any',
  severity: 'error',
  title: 'A plain number where a string is wanted',
  why: 'Labels, annotations and environment variables take strings only, and a number without quotes is none: the object is refused.',
  fix: 'Put the number in quotes.',
  references: ['https://kubernetes.io/docs/concepts/overview/working-with-objects/annotations/'],
  bad: [
    {
      line: 8,
      text: podWith('env: [{name: PORT, value: 8080}]'),
    },
  ],
  good: [podWith('env: [{name: PORT, value: "8080"}]')],
};
