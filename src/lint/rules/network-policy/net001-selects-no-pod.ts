/** NET001: a NetworkPolicy whose selector selects no pod. */

import { formatNearPods } from '../../context/near-pods.ts';
import { clashOf, formatRequirements } from '../../context/requirements.ts';
import { slipFix } from '../../fixes.ts';
import type { KubernetesRule } from '../../rule.ts';
import { deployment, manifests, policy } from '../fragments.ts';

const example = (app: string) =>
  manifests(
    deployment({ name: 'web' }),
    policy('web', `podSelector:\n  matchLabels: {app: ${app}}\npolicyTypes: [Ingress]\n`),
  );

export const selectsNoPod: KubernetesRule = {
  id: 'NET001',
  model: 'kubernetes',
  severity: 'warning',
  title: 'NetworkPolicy selects no pod',
  why: 'The policy protects nobody, and the pods it was written for are as open as before.',
  fix: 'Make the selector say what the labels of the pods say, in the namespace of the pods.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-resource'],
  bad: [{ line: 20, text: example('wep') }],
  good: [
    example('web'),
    manifests(deployment({ name: 'web' }), policy('all', 'podSelector: {}\npolicyTypes: [Ingress]\n')),
  ],
  check({ policies, nearPods }, report) {
    for (const { object, requirements, selected } of policies) {
      // What contradicts itself is NET028.
      if (requirements.length === 0 || !selected.isEmpty || clashOf(requirements)) continue;
      const near = nearPods.find(object.namespace, requirements);
      const hint = near ? `: ${formatNearPods(near)}` : '';
      const selector = object.spec.at('podSelector');
      report(
        selector,
        `No pod of namespace ${object.namespace} has ${formatRequirements(requirements)}${hint}. Check the selector and the namespace.`,
        { absent: near === undefined, ...slipFix(near, selector.at('matchLabels')) },
      );
    }
  },
};
