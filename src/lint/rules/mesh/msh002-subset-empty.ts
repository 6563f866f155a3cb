/** MSH002: a subset without pods. */

import { readTexts } from '../../../kubernetes/texts.ts';
import { meshHost } from '../../context/mesh-hosts.ts';
import { formatNearPods } from '../../context/near-pods.ts';
import { formatRequirements, meetsAll, requirementsOf } from '../../context/requirements.ts';
import type { KubernetesRule } from '../../rule.ts';
import { REVIEWS } from './examples.ts';

const manifests = (label: string) => `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: reviews
spec:
  host: reviews
  subsets:
    - name: first
      labels: {${label}}
${REVIEWS}`;

export const subsetEmpty: KubernetesRule = {
  id: 'MSH002',
  model: 'kubernetes',
  severity: 'error',
  title: 'Subset selects no pod',
  why: 'Requests that are sent to the subset are answered with 503.',
  fix: 'Give the subset labels that pods of the Service have.',
  references: [
    'https://istio.io/latest/docs/reference/config/analysis/ist0173/',
    'https://istio.io/latest/docs/reference/config/networking/destination-rule/#Subset',
  ],
  bad: [
    { line: 9, text: manifests('versoin: v1') },
    { line: 9, complete: true, text: manifests('version: beta') },
    { line: 9, severity: 'info', text: manifests('version: beta') },
  ],
  good: [manifests('version: v1')],
  check(context, report) {
    for (const { group, spec, namespace } of context.ofKind('DestinationRule')) {
      const host =
        group === 'networking.istio.io' ? meshHost(context, spec.stringAt('host') ?? '', namespace) : undefined;
      // Of a Service without pods another rule speaks.
      if (host?.kind !== 'service' || host.service.selected.isEmpty) continue;
      const { selected, selector, object } = host.service;
      for (const subset of spec.itemsAt('subsets')) {
        const wanted = requirementsOf(readTexts(subset.at('labels')));
        if (wanted.length === 0 || selected.pods.some(({ labels }) => meetsAll(labels, wanted))) continue;
        const near = context.nearPods.find(object.namespace, [...requirementsOf(selector), ...wanted]);
        const hint = near ? `: ${formatNearPods(near)}` : '';
        report(
          subset.at('labels'),
          `No pod of Service ${object.name} has ${formatRequirements(wanted)}${hint}. Give the subset labels that pods have.`,
          { absent: near === undefined },
        );
      }
    }
  },
};
