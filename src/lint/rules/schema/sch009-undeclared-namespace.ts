/** SCH009: a namespace that objects use and no manifest declares. */

import type { KubernetesRule } from '../../rule.ts';

const manifests = (declared: string) => `apiVersion: v1
kind: Namespace
metadata: {name: ${declared}}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: web, namespace: shop}
`;

/** Every cluster has these. */
const ALWAYS: ReadonlySet<string> = new Set(['default', 'kube-node-lease', 'kube-public', 'kube-system']);

export const undeclaredNamespace: KubernetesRule = {
  id: 'SCH009',
  model: 'kubernetes',
  severity: 'info',
  title: 'A namespace that is used and not declared',
  why: 'An object cannot be created in a namespace that does not exist. Other namespaces are declared in this bundle, and this one is not: it may be misspelled, or come from elsewhere.',
  fix: 'Add a Namespace of this name, or correct the name.',
  references: ['https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/'],
  bad: [{ line: 7, text: manifests('shops') }],
  good: [manifests('shop')],
  check(context, report) {
    const declared = new Set(context.ofKind('Namespace').map(({ name }) => name));
    // Where none is declared, namespaces are somebody else's matter.
    if (declared.size === 0) return;
    const told = new Set<string>(ALWAYS);
    for (const { namespace, metadata } of context.objects) {
      if (namespace === '' || declared.has(namespace) || told.has(namespace)) continue;
      told.add(namespace);
      const near = context.near.find(namespace, declared);
      const hint = near === undefined ? '' : ` ${near} is: did you mean that?`;
      const place = metadata.at('namespace').absent ? metadata : metadata.at('namespace');
      report(place, `The namespace ${namespace} is not declared in this bundle.${hint}`, {
        absent: near === undefined,
      });
    }
  },
};
