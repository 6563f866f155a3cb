/** ING025: a host that two namespaces share. */

import type { IngressView } from '../../context/ingress-view.ts';
import type { KubernetesRule } from '../../rule.ts';
import { ingressText } from './examples.ts';

const manifests = (namespace: string) =>
  `${ingressText({ namespace: 'front' })}---\n${ingressText({ name: 'shop', namespace, path: '/shop' })}`;

export const hostOfTwoNamespaces: KubernetesRule = {
  id: 'ING025',
  model: 'kubernetes',
  severity: 'info',
  title: 'Two namespaces share a host',
  why: 'Controllers join the Ingresses of a host: whoever may write one in either namespace can take paths, cookies and logins of the other.',
  fix: 'Give each namespace hosts of its own, or keep the Ingresses of a host in one namespace.',
  references: ['https://open-policy-agent.github.io/gatekeeper-library/website/validation/uniqueingresshost/'],
  bad: [{ line: 27, text: manifests('shop') }],
  good: [manifests('front')],
  check({ ingresses }, report) {
    const first = new Map<string, IngressView>();
    for (const ingress of ingresses) {
      for (const { field, host } of ingress.rules) {
        const key = `${ingress.className ?? ''} ${host}`;
        const other = first.get(key);
        if (host !== '' && !other) first.set(key, ingress);
        else if (other && other.object.namespace !== ingress.object.namespace) {
          report(
            field.at('host'),
            `Ingress ${other.object.namespace}/${other.object.name} is for ${host} too, in another namespace. Keep a host in one namespace.`,
          );
        }
      }
    }
  },
};
