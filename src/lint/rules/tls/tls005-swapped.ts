/** TLS005: a Secret whose certificate and key have changed places. */

import type { LintObject } from '../../context/lint-object.ts';
import type { KubernetesRule } from '../../rule.ts';

const manifests = (certificate: string, key: string) => `apiVersion: v1
kind: Secret
metadata:
  name: web-tls
type: kubernetes.io/tls
stringData:
  tls.crt: |
    -----BEGIN ${certificate}-----
    ...
  tls.key: |
    -----BEGIN ${key}-----
    ...
`;

export const swapped: KubernetesRule = {
  id: 'TLS005',
  model: 'kubernetes',
  severity: 'error',
  title: 'Certificate and key of a Secret are swapped',
  why: 'No controller can use the Secret: it serves a certificate of its own making in its place, or nothing.',
  fix: 'Put the certificate into tls.crt and the private key into tls.key.',
  references: ['https://kubernetes.io/docs/concepts/configuration/secret/#tls-secrets'],
  bad: [{ line: 7, text: manifests('PRIVATE KEY', 'CERTIFICATE') }],
  good: [manifests('CERTIFICATE', 'PRIVATE KEY')],
  check(context, report) {
    for (const secret of context.ofKind('Secret')) {
      if (secret.group !== '' || secret.root.stringAt('type') !== 'kubernetes.io/tls') continue;
      if (!beginsWith(secret, 'tls.crt', KEY) || !beginsWith(secret, 'tls.key', CERTIFICATE)) continue;
      const place = ['stringData', 'data']
        .map((key) => secret.root.at(key).at('tls.crt'))
        .find((field) => !field.absent);
      if (place) report(place, 'tls.crt holds a private key, and tls.key a certificate. Let them change places.');
    }
  },
};

const KEY = /^\s*-----BEGIN [A-Z ]*PRIVATE KEY/;
const CERTIFICATE = /^\s*-----BEGIN CERTIFICATE/;

/** Only the first characters are looked at, and none is shown. */
function beginsWith({ root }: LintObject, key: string, pattern: RegExp): boolean {
  const plain = root.at('stringData').at(key).value;
  if (typeof plain === 'string') return pattern.test(plain);
  const coded = root.at('data').at(key).value;
  return typeof coded === 'string' && pattern.test(decode(coded.slice(0, 64)));
}

function decode(text: string): string {
  try {
    return atob(text.replace(/\s/g, '').slice(0, 44));
  } catch {
    return '';
  }
}
