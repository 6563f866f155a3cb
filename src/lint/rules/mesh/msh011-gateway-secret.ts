/** MSH011: a certificate that is not where the pods of the Gateway look for it. */

import { readTexts } from '../../../kubernetes/texts.ts';
import type { KubernetesContext } from '../../context/kubernetes-context.ts';
import type { LintObject } from '../../context/lint-object.ts';
import { formatNearest } from '../../context/named-objects.ts';
import { requirementsOf } from '../../context/requirements.ts';
import { madeSecrets } from '../../context/tls-secret.ts';
import { istioObjects } from '../../context/virtual-services.ts';
import type { KubernetesRule } from '../../rule.ts';
import { TLS_SECRET } from '../ingress/examples.ts';
import { istioGateway } from './examples.ts';

const manifests = (
  namespace: string,
) => `${istioGateway('tls: {mode: SIMPLE, credentialName: web-tls}', ', namespace: shop')}---
apiVersion: v1
kind: Pod
metadata: {name: ingressgateway, namespace: istio-system, labels: {istio: ingressgateway}}
spec:
  containers: [{name: proxy, image: example.com/proxy}]
${TLS_SECRET.replace('name: web-tls', `name: web-tls\n  namespace: ${namespace}`)}`;

export const gatewaySecret: KubernetesRule = {
  id: 'MSH011',
  model: 'kubernetes',
  severity: 'error',
  title: 'Certificate of a Gateway is not beside its pods',
  why: 'The proxy looks for the Secret in its own namespace, not in that of the Gateway: the port is open, and TLS fails on it.',
  fix: 'Put the Secret into the namespace of the proxy that the Gateway selects.',
  references: [
    'https://istio.io/latest/docs/reference/config/analysis/ist0101/',
    'https://istio.io/latest/docs/tasks/traffic-management/ingress/secure-ingress/',
  ],
  bad: [{ line: 9, text: manifests('shop') }],
  good: [manifests('istio-system')],
  check(context, report) {
    const secrets = context.named('Secret', '');
    const made = madeSecrets(context);
    for (const gateway of istioObjects(context, 'Gateway')) {
      const homes = proxyNamespaces(gateway, context);
      for (const server of homes.length === 0 ? [] : gateway.spec.itemsAt('servers')) {
        const field = server.at('tls').at('credentialName');
        const name = field.string() ?? '';
        if (name === '' || homes.some((home) => secrets.get(home, name) || made.has(`${home}/${name}`))) continue;
        const [home = ''] = homes;
        const near = secrets.nearest(home, name);
        const message = `There is no Secret ${name} in namespace ${home}, where the proxy of the Gateway runs${formatNearest(near, home)}. Put it there.`;
        report(field, message, { absent: near === undefined });
      }
    }
  },
};

/** Where the pods are that a Gateway selects; nothing is known where the bundle shows none. */
function proxyNamespaces({ spec }: LintObject, { pods }: KubernetesContext): string[] {
  const wanted = requirementsOf(readTexts(spec.at('selector')));
  return wanted.length === 0 ? [] : [...pods.namespaces].filter((home) => !pods.select(home, wanted).isEmpty);
}
