/** ING006: an Ingress that serves plain HTTP. */

import type { IngressView } from '../../context/ingress-view.ts';
import type { KubernetesRule } from '../../rule.ts';
import { ingressText, TLS_SECRET, WEB } from './examples.ts';

export const noTls: KubernetesRule = {
  id: 'ING006',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Ingress without TLS',
  why: 'Everything that is sent to these hosts, passwords and session cookies among it, can be read and changed on the way.',
  fix: 'Add a tls entry with the hosts and a Secret that holds their certificate; cert-manager can make it. Where something before the controller ends TLS, suppress this finding with that reason.',
  references: [
    'https://kubernetes.io/docs/concepts/services-networking/ingress/#tls',
    'https://cert-manager.io/docs/usage/ingress/',
  ],
  bad: [{ line: 5, text: ingressText() + WEB }],
  good: [ingressText({ hosts: '[www.example.com]' }) + WEB + TLS_SECRET],
  check({ ingresses }, report) {
    for (const ingress of ingresses) {
      const { tls, object } = ingress;
      if (tls.length > 0 || endsTlsOtherwise(ingress) || isLocal(ingress)) continue;
      report(
        object.spec,
        `Ingress ${object.name} has no tls, so that its hosts are served in plain HTTP. Add a tls entry.`,
      );
    }
  },
};

/** Classes whose controllers have a certificate for every host. */
const ALWAYS_TLS = /tailscale|cloudflare|ngrok/;

/** Settings of a TLS that is ended here by other means, or that is spoken to backends. */
const OTHER_TLS = /redirect$|proxy-ssl|auth-tls|ssl-ciphers|ssl-prefer/;

/** Load balancers of clouds and some controllers are told of certificates in annotations, each in its own. */
function endsTlsOtherwise({ object, className = '' }: IngressView): boolean {
  if (ALWAYS_TLS.test(className)) return true;
  return [...object.annotations].some(([key, value]) => {
    if (OTHER_TLS.test(key)) return false;
    return /tls|ssl|cert|acme|https/i.test(key) || /"HTTPS"|^HTTPS:/.test(value) || /allow-http$/.test(key);
  });
}

/** Names that nobody outside the machine resolves (RFC 6761, RFC 6762, and what tools for development use). */
const LOCAL = /(?:^|\.)(?:localhost|local|test|localdev\.me|nip\.io|sslip\.io|xip\.io|localtest\.me|lvh\.me)$/;

function isLocal({ rules }: IngressView): boolean {
  return rules.length > 0 && rules.every(({ host }) => LOCAL.test(host));
}
