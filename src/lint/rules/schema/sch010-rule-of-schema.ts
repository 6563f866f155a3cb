/** SCH010: a rule (CEL) that an object breaks. */

import type { KubernetesRule } from '../../rule.ts';
import { customRange } from './examples.ts';

export const ruleOfSchema: KubernetesRule = {
  id: 'SCH010',
  model: 'kubernetes',
  severity: 'error',
  title: 'A validation rule of the schema does not hold',
  why: 'The schema of the kind holds rules in CEL about how fields go together, and the API server refuses an object that breaks one. Rules that cannot be evaluated here are listed in the answer, and count for nothing.',
  fix: 'Change the fields so that they meet what the message says.',
  references: [
    'https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#validation-rules',
  ],
  bad: [
    {
      line: 25,
      text: customRange(3, 2),
    },
  ],
  good: [customRange(2, 3)],
};
