/** ING004: a Secret that holds no certificate where one is asked for. */

import { TLS_KEYS, tlsFault } from '../../context/tls-secret.ts';
import type { KubernetesRule } from '../../rule.ts';
import { ingressText, TLS_SECRET, WEB } from './examples.ts';

const manifests = (type: string, [certificate, key]: readonly [string, string]) =>
  ingressText({ hosts: '[www.example.com]' }) +
  WEB +
  TLS_SECRET.replace('kubernetes.io/tls', type).replace('tls.crt', certificate).replace('tls.key', key);

export const tlsSecretWrong: KubernetesRule = {
  id: 'ING004',
  model: 'kubernetes',
  severity: 'error',
  title: 'TLS Secret holds no certificate',
  why: 'A certificate is read from the keys tls.crt and tls.key. Without them the controller serves the hosts with a certificate of its own making, or not at all; some look at the type of the Secret too.',
  fix: 'Make the Secret with `kubectl create secret tls`: type kubernetes.io/tls, keys tls.crt and tls.key.',
  references: [
    'https://kubernetes.io/docs/concepts/services-networking/ingress/#tls',
    'https://kubernetes.io/docs/concepts/configuration/secret/#tls-secrets',
  ],
  bad: [
    { line: 9, text: manifests('Opaque', ['cert.pem', 'key.pem']) },
    { line: 9, severity: 'warning', text: manifests('Opaque', TLS_KEYS) },
  ],
  good: [manifests('kubernetes.io/tls', TLS_KEYS)],
  check(context, report) {
    const secrets = context.named('Secret', '');
    for (const { object, tls } of context.ingresses) {
      for (const { field, secretName } of tls) {
        const secret = secretName === undefined ? undefined : secrets.get(object.namespace, secretName);
        const fault = secret && tlsFault(secret);
        if (fault) report(field.at('secretName'), fault.message, { severity: fault.severity });
      }
    }
  },
};
