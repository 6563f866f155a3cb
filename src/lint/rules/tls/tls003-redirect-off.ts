/** TLS003: an Ingress with TLS that answers plain HTTP too. */

import { NGINX } from '../../context/ingress-view.ts';
import { without } from '../../fixes.ts';
import type { KubernetesRule } from '../../rule.ts';
import { ingressText, TLS_SECRET, WEB } from '../ingress/examples.ts';

const manifests = (redirect: string) =>
  ingressText({
    annotations: [`nginx.ingress.kubernetes.io/ssl-redirect: "${redirect}"`],
    className: 'nginx',
    hosts: '[www.example.com]',
  }) +
  WEB +
  TLS_SECRET;

export const redirectOff: KubernetesRule = {
  id: 'TLS003',
  model: 'kubernetes',
  severity: 'info',
  title: 'Redirect to HTTPS is switched off',
  why: 'Who writes the address without https is served in plain HTTP, passwords and cookies too, though a certificate is there.',
  fix: 'Remove the annotation: ingress-nginx redirects hosts that have a certificate.',
  references: [
    'https://kubernetes.github.io/ingress-nginx/user-guide/tls/#server-side-https-enforcement-through-redirect',
  ],
  bad: [{ line: 6, text: manifests('false') }],
  good: [manifests('true')],
  check(context, report) {
    for (const ingress of context.ingresses) {
      const isOff = ingress.nginx('ssl-redirect') === 'false' && ingress.nginx('force-ssl-redirect') !== 'true';
      if (!isOff || ingress.tls.length === 0 || !context.isForNginx(ingress)) continue;
      const field = ingress.annotation(`${NGINX}ssl-redirect`);
      report(
        field,
        'Hosts that have a certificate are served in plain HTTP too. Remove the annotation.',
        without(field, true),
      );
    }
  },
};
