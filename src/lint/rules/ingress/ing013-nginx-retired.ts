/** ING013: the controller ingress-nginx, which nobody maintains any more. */

import type { Field } from '../../../kubernetes/field.ts';
import { NGINX, NGINX_CONTROLLER } from '../../context/ingress-view.ts';
import type { KubernetesContext } from '../../context/kubernetes-context.ts';
import type { KubernetesRule } from '../../rule.ts';
import { ingressText, WEB } from './examples.ts';

const manifests = (annotation: string) => ingressText({ annotations: [annotation] }) + WEB;

const ADVICE =
  'It has been retired, and gets no fixes of security any more. Plan the move to Gateway API; ingress2gateway translates Ingresses.';

export const nginxRetired: KubernetesRule = {
  id: 'ING013',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Controller ingress-nginx has been retired',
  why: 'Since March 2026 there are no releases, no fixes of bugs, and none of vulnerabilities that are found from then on; and the controller stands where everybody can reach it.',
  fix: 'Move to Gateway API (ingress2gateway translates Ingresses, some annotations among it), or to another controller.',
  references: [
    'https://kubernetes.io/blog/2025/11/11/ingress-nginx-retirement/',
    'https://github.com/kubernetes-sigs/ingress2gateway',
  ],
  bad: [
    { line: 6, text: manifests('nginx.ingress.kubernetes.io/proxy-body-size: 8m') },
    {
      line: 6,
      text: `apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata:
  name: nginx
spec:
  controller: k8s.io/ingress-nginx
`,
    },
  ],
  good: [manifests('example.com/owner: shop')],
  check(context, report) {
    const installed = [...controllers(context)];
    for (const field of installed) report(field, `This is ingress-nginx. ${ADVICE}`);
    // Where the bundle shows the controller, the Ingresses that use it say nothing new.
    if (installed.length > 0) return;
    const uses = context.ingresses.flatMap((ingress) => {
      const [key] = [...ingress.object.annotations].find(([name]) => name.startsWith(NGINX)) ?? [];
      return key !== undefined && context.isForNginx(ingress) ? [ingress.annotation(key)] : [];
    });
    const [first, ...more] = uses;
    if (!first) return;
    const others = more.length === 0 ? '' : ` (and ${more.length} more Ingresses)`;
    report(first, `The Ingress is written for ingress-nginx${others}. ${ADVICE}`);
  },
};

const IMAGE = /(?:^|\/)(?:ingress-nginx[/-]controller(?:-chroot)?|nginx-ingress-controller)(?:[:@]|$)/;

function* controllers(context: KubernetesContext): Generator<Field> {
  for (const { group, spec } of context.ofKind('IngressClass')) {
    const isNginx = group === 'networking.k8s.io' && spec.stringAt('controller') === NGINX_CONTROLLER;
    if (isNginx) yield spec.at('controller');
  }
  for (const { containers } of context.pods.templates) {
    for (const container of containers) {
      if (IMAGE.test(container.stringAt('image') ?? '')) yield container.at('image');
    }
  }
}
