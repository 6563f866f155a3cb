/** SCH005: an API version that was removed. */

import type { KubernetesRule } from '../../rule.ts';

export const removedVersion: KubernetesRule = {
  id: 'SCH005',
  model: 'kubernetes',
  severity: 'error',
  title: 'An apiVersion that is not served any more',
  why: 'The API server does not know the object, and whoever applies it gets an error. Objects that are in the cluster already are served under the newer version.',
  fix: 'Write the apiVersion that the message names, and look up what else changed with it.',
  references: ['https://kubernetes.io/docs/reference/using-api/deprecation-guide/'],
  bad: [
    {
      line: 1,
      text: `apiVersion: batch/v1beta1
kind: CronJob
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
