/** TLS007: an Ingress whose certificate will be for other hosts. */

import { isFor } from '../../context/ingress-view.ts';
import type { LintObject } from '../../context/lint-object.ts';
import type { KubernetesRule } from '../../rule.ts';
import { ingressText, WEB } from '../ingress/examples.ts';

const manifests = (name: string) => `${ingressText({ hosts: '[www.example.com]' })}---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: web
spec:
  secretName: web-tls
  dnsNames: ["${name}"]
  issuerRef: {name: public, kind: ClusterIssuer}
${WEB}`;

export const certificateOtherHosts: KubernetesRule = {
  id: 'TLS007',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Certificate is not for the host it is used for',
  why: 'Browsers refuse the connection: the certificate that the Secret will hold names other hosts.',
  fix: 'Add the host to the dnsNames of the Certificate, or use the Secret of another one.',
  references: ['https://cert-manager.io/docs/usage/certificate/', 'https://www.rfc-editor.org/rfc/rfc9525#section-6.3'],
  bad: [{ line: 8, text: manifests('shop.example.com') }],
  good: [manifests('www.example.com'), manifests('*.example.com')],
  check(context, report) {
    const certificates = new Map<string, LintObject>();
    for (const object of context.ofKind('Certificate')) {
      if (object.group !== 'cert-manager.io') continue;
      certificates.set(`${object.namespace}/${object.spec.stringAt('secretName')}`, object);
    }
    if (certificates.size === 0) return;
    for (const { object, tls } of context.ingresses) {
      for (const { field, secretName } of tls) {
        const certificate = certificates.get(`${object.namespace}/${secretName}`);
        const names = certificate ? namesOf(certificate) : [];
        if (!certificate || names.length === 0) continue;
        for (const host of field.itemsAt('hosts')) {
          const text = host.string() ?? '';
          if (names.some((name) => isFor(name, text))) continue;
          report(
            host,
            `Certificate ${certificate.name}, which fills Secret ${secretName}, is for ${names.join(', ')}, and not for ${text}. Add it to its dnsNames.`,
          );
        }
      }
    }
  },
};

function namesOf({ spec }: LintObject): string[] {
  const names = spec.itemsAt('dnsNames').flatMap((name) => name.string() ?? []);
  return [...names, ...(spec.stringAt('commonName') ? [spec.stringAt('commonName') ?? ''] : [])];
}
