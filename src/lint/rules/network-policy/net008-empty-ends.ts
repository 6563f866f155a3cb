/** NET008: an empty list of peers, which means everybody. */

import type { KubernetesRule } from '../../rule.ts';
import { policy } from '../fragments.ts';

const example = (from: string) =>
  policy('web', `podSelector: {}\ningress:\n  - from: ${from}\n    ports: [{port: 8080}]\n`);

export const emptyEnds: KubernetesRule = {
  id: 'NET008',
  model: 'kubernetes',
  severity: 'warning',
  title: 'An empty list of peers means everybody',
  why: 'It reads as nobody, and lets through every pod and every address outside.',
  fix: 'Remove the rule if nobody is meant, or the list if everybody is.',
  references: [
    'https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/#NetworkPolicySpec',
  ],
  bad: [{ line: 7, text: example('[]') }],
  good: [example('[{podSelector: {}}]')],
  check({ policies }, report) {
    for (const { ends, isAnyone } of policies.flatMap(({ rules }) => rules)) {
      // Null is absent, as of any field.
      if (!isAnyone || !Array.isArray(ends.value)) continue;
      report(
        ends,
        `An empty ${ends.key} means everybody, addresses outside included. Remove the rule, or the list if that is meant.`,
      );
    }
  },
};
