/** MSH014: a namespace that asks for sidecars in two ways. */

import { without } from '../../fixes.ts';
import type { KubernetesRule } from '../../rule.ts';

const manifests = (label: string) => `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    istio.io/rev: canary${label}
`;

export const injectionLabels: KubernetesRule = {
  id: 'MSH014',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Namespace has two labels for sidecars',
  why: 'The label istio-injection wins, and the revision that istio.io/rev names is not used: an upgrade by revision leaves the namespace behind.',
  fix: 'Remove istio-injection, or istio.io/rev.',
  references: [
    'https://istio.io/latest/docs/setup/additional-setup/sidecar-injection/',
    'https://istio.io/latest/docs/reference/config/analysis/ist0123/',
  ],
  bad: [{ line: 7, text: manifests('\n    istio-injection: enabled') }],
  good: [manifests('')],
  check(context, report) {
    for (const { labels, metadata } of context.ofKind('Namespace')) {
      if (!labels.has('istio-injection') || !labels.has('istio.io/rev')) continue;
      const field = metadata.at('labels').at('istio-injection');
      report(
        field,
        `istio-injection wins over istio.io/rev: ${labels.get('istio.io/rev')}, which has no effect. Remove one of the two.`,
        without(field),
      );
    }
  },
};
