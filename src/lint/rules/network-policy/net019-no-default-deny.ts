/** NET019: a namespace without a default deny. */

import type { KubernetesContext } from '../../context/kubernetes-context.ts';
import type { KubernetesRule } from '../../rule.ts';
import { deployment, manifests, namespace, policy } from '../fragments.ts';

const example = (selector: string) =>
  manifests(
    namespace('shop'),
    deployment({ name: 'web', namespace: 'shop' }),
    policy('web', `podSelector: ${selector}\ningress: [{ports: [{port: 8080}]}]\n`).replace(
      '{name: web}',
      '{name: web, namespace: shop}',
    ),
  );

export const noDefaultDeny: KubernetesRule = {
  id: 'NET019',
  model: 'kubernetes',
  severity: 'info',
  title: 'A namespace has no default deny',
  why: 'Pods that no policy selects are open to everybody, and every new pod begins as one of them.',
  fix: 'Add a policy with podSelector: {} and policyTypes [Ingress], or with Egress too, and let through what is needed.',
  references: [
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/#default-deny-all-ingress-traffic',
  ],
  bad: [{ line: 1, text: example('{matchLabels: {app: web}}') }],
  good: [example('{}')],
  check(context, report) {
    const denied = new Set(
      context.policies
        .filter((p) => p.requirements.length === 0 && p.isolates.ingress)
        .map(({ object }) => object.namespace),
    );
    for (const name of context.pods.namespaces) {
      const place = denied.has(name) || isAdministered(context) ? undefined : placeOf(name, context);
      if (!place) continue;
      const message = `No policy selects every pod of namespace ${name}, so that a pod no policy selects is open to everybody. Add one with podSelector: {}.`;
      report(place.root, message, { resource: place.resource });
    }
  },
};

/** The Namespace, or where there is none the first object with pods in it. */
function placeOf(name: string, { find, pods }: KubernetesContext): ReturnType<KubernetesContext['find']> {
  return find(`${name}[Namespace]`) ?? pods.in(name)[0]?.object;
}

/** Policies of the whole cluster are about every namespace. */
function isAdministered(context: KubernetesContext): boolean {
  return [
    'BaselineAdminNetworkPolicy',
    'ClusterNetworkPolicy',
    'GlobalNetworkPolicy',
    'CiliumClusterwideNetworkPolicy',
  ].some((kind) => context.ofKind(kind).length > 0);
}
