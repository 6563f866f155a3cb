/** NET009: a rule that lets everything through, on pods that another policy denies everything. */

import type { Direction } from '../../../policy/rule.ts';
import type { PolicyView } from '../../context/policy-view.ts';
import type { KubernetesRule } from '../../rule.ts';
import { deployment, manifests, policy } from '../fragments.ts';

const DENY = policy('deny', 'podSelector: {}\npolicyTypes: [Ingress]\n');
const example = (rule: string) =>
  manifests(deployment({ name: 'web' }), DENY, policy('open', `podSelector: {}\ningress:\n  - ${rule}\n`));

export const undoneDeny: KubernetesRule = {
  id: 'NET009',
  model: 'kubernetes',
  severity: 'warning',
  title: 'A rule that lets everything through undoes a default deny',
  why: 'Policies only add to each other: one empty rule opens what all the others close.',
  fix: 'Name the peers and ports that are needed, or remove the policy that denies.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/network-policies/#allow-all-ingress-traffic'],
  bad: [{ line: 29, text: example('{}') }],
  good: [example('from: [{podSelector: {}}]')],
  check({ isolation }, report) {
    for (const direction of ['ingress', 'egress'] as const) {
      for (const { policies } of isolation.groups(direction)) {
        const deny = policies.find((policy) => deniesAll(policy, direction));
        if (!deny) continue;
        for (const { field, isAnyone, isAnyPort } of policies.flatMap((policy) => policy.rulesOf(direction))) {
          if (!isAnyone || !isAnyPort) continue;
          report(
            field,
            `This rule lets all ${direction} through, which ${deny.object.name} was to deny. Name peers and ports, or remove one of them.`,
          );
        }
      }
    }
  },
};

function deniesAll({ requirements, isolates, rules }: PolicyView, direction: Direction): boolean {
  return requirements.length === 0 && isolates[direction] && rules.every((rule) => rule.direction !== direction);
}
