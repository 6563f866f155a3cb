/** SVC015: fields that a headless Service ignores. */

import { without } from '../../fixes.ts';
import type { KubernetesRule } from '../../rule.ts';
import { service } from '../fragments.ts';

const example = (more: string) => service('db', `clusterIP: None\nselector: {app: db}\nports: [{port: 5432}]\n${more}`);

export const ignoredHeadless: KubernetesRule = {
  id: 'SVC015',
  model: 'kubernetes',
  severity: 'warning',
  title: 'A headless Service has fields that it ignores',
  why: 'Clients dial the pods themselves: nothing stands between that could keep a client at one pod or take an address.',
  fix: 'Remove the field, or give the Service an address of its own.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/service/#headless-services'],
  bad: [{ line: 8, text: example('sessionAffinity: ClientIP\n') }],
  good: [example('')],
  check({ services }, report) {
    for (const { object, headless } of services.values()) {
      if (!headless) continue;
      const affinity = object.spec.at('sessionAffinity');
      const others = ['loadBalancerIP', 'externalIPs']
        .map((key) => object.spec.at(key))
        .filter(({ absent }) => !absent);
      for (const field of [...(affinity.value === 'ClientIP' ? [affinity] : []), ...others]) {
        report(field, `A headless Service ignores ${field.key}. Remove it.`, without(field, true));
      }
    }
  },
};
