/** SCH006: an API version or kind that will go. */

import type { KubernetesRule } from '../../rule.ts';

export const deprecatedVersion: KubernetesRule = {
  id: 'SCH006',
  model: 'kubernetes',
  severity: 'warning',
  title: 'An apiVersion or kind that is deprecated',
  why: 'It is still served, and will not be in some later release: then the manifests fail to apply.',
  fix: 'Move to the version or kind that the message names while both are served.',
  references: [
    'https://kubernetes.io/docs/reference/using-api/deprecation-guide/',
    'https://kubernetes.io/docs/reference/using-api/deprecation-policy/',
  ],
  bad: [
    {
      line: 1,
      text: `apiVersion: v1
kind: Endpoints
metadata: {name: web}
`,
    },
  ],
  good: [
    `apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: {name: web}
addressType: IPv4
endpoints: []
`,
  ],
};
