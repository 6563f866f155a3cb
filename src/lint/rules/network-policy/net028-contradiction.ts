/** NET028: a selector that nothing can meet. */

import type { Field } from '../../../kubernetes/field.ts';
import { clashOf, formatRequirements, selectorRequirements } from '../../context/requirements.ts';
import type { KubernetesRule } from '../../rule.ts';
import { policy } from '../fragments.ts';

const example = (value: string) =>
  policy(
    'web',
    `podSelector:\n  matchLabels: {app: web}\n  matchExpressions: [{key: app, operator: NotIn, values: [${value}]}]\npolicyTypes: [Ingress]\n`,
  );

export const contradiction: KubernetesRule = {
  id: 'NET028',
  model: 'kubernetes',
  severity: 'error',
  title: 'A selector contradicts itself',
  why: 'All requirements of a selector must be met, and no labels meet these: it selects nothing, ever.',
  fix: 'Remove one of the requirements.',
  references: [
    'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#resources-that-support-set-based-requirements',
  ],
  bad: [{ line: 5, text: example('web') }],
  good: [example('api')],
  check({ policies, pods }, report) {
    const peers = policies.flatMap(({ rules }) => rules.flatMap((rule) => rule.peers.map(({ field }) => field)));
    const selectors: Field[] = [
      ...policies.map(({ object }) => object.spec.at('podSelector')),
      ...peers.flatMap((peer) => [peer.at('podSelector'), peer.at('namespaceSelector')]),
      ...pods.templates
        .map(({ object }) => object.spec.at('selector'))
        .filter((field) => !field.at('matchExpressions').absent),
    ];
    for (const selector of selectors) {
      if (selector.absent) continue;
      const clash = clashOf(selectorRequirements(selector));
      if (clash)
        report(
          selector,
          `Nothing has both ${clash.map((one) => formatRequirements([one])).join(' and ')}. Remove one of them.`,
        );
    }
  },
};
