/** ING026: passwords that are asked for in plain HTTP. */

import { NGINX } from '../../context/ingress-view.ts';
import type { KubernetesRule } from '../../rule.ts';
import { ingressText, TLS_SECRET, WEB } from './examples.ts';

const BASIC = {
  annotations: ['nginx.ingress.kubernetes.io/auth-type: basic', 'nginx.ingress.kubernetes.io/auth-secret: users'],
  className: 'nginx',
};

export const passwordInClear: KubernetesRule = {
  id: 'ING026',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Passwords are sent in plain HTTP',
  why: 'With basic authentication the password is part of every request; without TLS anybody on the way reads it.',
  fix: 'Add a tls entry for the hosts, and let plain HTTP be redirected.',
  references: [
    'https://www.rfc-editor.org/rfc/rfc7617#section-4',
    'https://kubernetes.github.io/ingress-nginx/examples/auth/basic/',
  ],
  bad: [{ line: 6, text: ingressText(BASIC) + WEB }],
  good: [ingressText({ ...BASIC, hosts: '[www.example.com]' }) + WEB + TLS_SECRET],
  check(context, report) {
    for (const ingress of context.ingresses) {
      const isOff = ingress.tls.length === 0 || ingress.nginx('ssl-redirect') === 'false';
      if (ingress.nginx('auth-type') !== 'basic' || !isOff || !context.isForNginx(ingress)) continue;
      if (ingress.nginx('force-ssl-redirect') === 'true') continue;
      report(
        ingress.annotation(`${NGINX}auth-type`),
        'The password is asked for in plain HTTP. Add a tls entry for the hosts, and leave the redirect on.',
      );
    }
  },
};
