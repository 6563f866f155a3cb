/** NET030: a policy without a namespace, in a bundle where everything else has one. */

import type { KubernetesRule } from '../../rule.ts';
import { deployment, manifests, policy } from '../fragments.ts';

const example = (home: string) =>
  manifests(
    deployment({ name: 'web', namespace: 'shop' }),
    deployment({ name: 'db', namespace: 'data' }),
    policy('deny', 'podSelector: {}\npolicyTypes: [Ingress]\n').replace('{name: deny}', `{name: deny${home}}`),
  );

export const namespaceOmitted: KubernetesRule = {
  id: 'NET030',
  model: 'kubernetes',
  severity: 'info',
  title: 'A policy names no namespace where everything else does',
  why: 'It is made in whatever namespace is current, and guards the pods there, not those it was written for.',
  fix: 'Write metadata.namespace.',
  references: [
    'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/#setting-the-namespace-for-a-request',
  ],
  bad: [{ line: 33, text: example('') }],
  good: [example(', namespace: shop')],
  check({ policies, pods }, report) {
    const homes = pods.templates.map(({ object }) => object.metadata.stringAt('namespace') ?? '');
    if (homes.includes('') || new Set(homes).size < 2) return;
    for (const { object } of policies) {
      if (object.metadata.stringAt('namespace')) continue;
      report(
        object.metadata,
        `NetworkPolicy ${object.name} names no namespace, and all pods of the bundle lie in named ones. Write metadata.namespace.`,
      );
    }
  },
};
