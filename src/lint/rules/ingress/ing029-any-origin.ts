/** ING029: pages of any site that may use the logins of this one. */

import { NGINX } from '../../context/ingress-view.ts';
import type { KubernetesRule } from '../../rule.ts';
import { ingressText, WEB } from './examples.ts';

const manifests = (origin: string) =>
  ingressText({
    annotations: [
      'nginx.ingress.kubernetes.io/enable-cors: "true"',
      `nginx.ingress.kubernetes.io/cors-allow-origin: "${origin}"`,
    ],
    className: 'nginx',
  }) + WEB;

export const anyOrigin: KubernetesRule = {
  id: 'ING029',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Pages of any site may send requests with credentials',
  why: 'With CORS switched on, ingress-nginx allows credentials unless it is told not to; with any origin allowed, a page of another site reads what its visitor may read here.',
  fix: 'List the origins in cors-allow-origin, or set cors-allow-credentials to "false".',
  references: [
    'https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#enable-cors',
    'https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/CORS',
  ],
  bad: [{ line: 7, text: manifests('*') }],
  good: [manifests('https://shop.example.com')],
  check(context, report) {
    for (const ingress of context.ingresses) {
      if (ingress.nginx('enable-cors') !== 'true' || ingress.nginx('cors-allow-credentials') === 'false') continue;
      const origin = ingress.nginx('cors-allow-origin');
      if ((origin ?? '*').trim() !== '*' || !context.isForNginx(ingress)) continue;
      const key = origin === undefined ? 'enable-cors' : 'cors-allow-origin';
      report(
        ingress.annotation(NGINX + key),
        'Any origin is allowed, with credentials. List the origins in cors-allow-origin, or set cors-allow-credentials to "false".',
      );
    }
  },
};
