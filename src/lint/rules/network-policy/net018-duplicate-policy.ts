/** NET018: two policies that say the same. */

import type { LintObject } from '../../context/lint-object.ts';
import type { KubernetesRule } from '../../rule.ts';
import { manifests, policy } from '../fragments.ts';

const example = (port: number) =>
  manifests(
    policy('a', 'podSelector: {}\ningress: [{ports: [{port: 80}]}]\n'),
    policy('b', `podSelector: {}\ningress: [{ports: [{port: ${port}}]}]\n`),
  );

export const duplicatePolicy: KubernetesRule = {
  id: 'NET018',
  model: 'kubernetes',
  severity: 'info',
  title: 'Two policies of a namespace say the same',
  why: 'Whoever changes or deletes one is surprised that the other still holds.',
  fix: 'Remove one of them.',
  references: [
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation',
  ],
  bad: [{ line: 8, text: example(80) }],
  good: [example(81)],
  check({ policies }, report) {
    const known = new Map<string, LintObject>();
    for (const { object } of policies) {
      const text = `${object.namespace} ${JSON.stringify(object.spec.value)}`;
      const first = known.get(text);
      known.set(text, first ?? object);
      // The same policy twice is SCH007.
      if (first && first.name !== object.name)
        report(object.root, `NetworkPolicy ${first.name} says the same. Remove one of them.`);
    }
  },
};
