/** NET007: a direction that is denied beside one that has rules. */

import type { KubernetesRule } from '../../rule.ts';
import { policy } from '../fragments.ts';

const example = (types: string, more = '') =>
  policy('web', `podSelector: {}\npolicyTypes: [${types}]\ningress:\n  - from: [{podSelector: {}}]\n${more}`);

export const typeWithoutRules: KubernetesRule = {
  id: 'NET007',
  model: 'kubernetes',
  severity: 'info',
  title: 'A policy denies all of one direction beside its rules for the other',
  why: 'A type in policyTypes without rules denies everything in that direction, which reads like an oversight.',
  fix: 'Remove the type, add rules, or write an empty list (`egress: []`) to say that it is meant.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/network-policies/#default-policies'],
  bad: [{ line: 6, text: example('Ingress, Egress') }],
  good: [example('Ingress'), example('Ingress, Egress', 'egress: []\n')],
  check({ policies }, report) {
    for (const {
      object: { spec },
      isolates,
      rules,
    } of policies) {
      // Rules that have no effect are NET006.
      if (!rules.some(({ direction }) => isolates[direction])) continue;
      for (const direction of ['ingress', 'egress'] as const) {
        if (!isolates[direction] || !spec.at(direction).absent || spec.at('policyTypes').absent) continue;
        report(
          spec.at('policyTypes'),
          `There are no ${direction} rules, so that all ${direction} is denied. Write ${direction}: [] if that is meant, or remove the type.`,
        );
      }
    }
  },
};
