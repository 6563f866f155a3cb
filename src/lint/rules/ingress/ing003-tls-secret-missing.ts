/** ING003: a certificate that is not in the namespace of its Ingress. */

import { formatNearest } from '../../context/named-objects.ts';
import { isIssued, madeSecrets } from '../../context/tls-secret.ts';
import type { KubernetesRule } from '../../rule.ts';
import { ingressText, TLS_SECRET, WEB } from './examples.ts';

const manifests = (secret: string, ...annotations: readonly string[]) =>
  ingressText({ hosts: '[www.example.com]', secret, annotations }) + WEB + TLS_SECRET;

export const tlsSecretMissing: KubernetesRule = {
  id: 'ING003',
  model: 'kubernetes',
  severity: 'warning',
  title: 'TLS Secret does not exist',
  why: 'The controller serves the hosts with a certificate of its own making, which browsers refuse, or not at all. The Secret is looked up in the namespace of the Ingress only.',
  fix: 'Add the Secret to the namespace of the Ingress, or correct its name. Where cert-manager makes it, nothing is to be done.',
  references: [
    'https://kubernetes.io/docs/concepts/services-networking/ingress/#tls',
    'https://cert-manager.io/docs/usage/ingress/',
  ],
  bad: [
    { line: 9, text: manifests('web-tsl') },
    { line: 9, complete: true, text: manifests('shop') },
    { line: 11, complete: true, severity: 'info', text: manifests('shop', 'cert-manager.io/cluster-issuer: public') },
  ],
  good: [manifests('web-tls')],
  check(context, report) {
    const secrets = context.named('Secret', '');
    const made = madeSecrets(context);
    for (const { object, tls } of context.ingresses) {
      const { namespace } = object;
      for (const { field, secretName } of tls) {
        if (secretName === undefined || secretName.includes('/') || secrets.get(namespace, secretName)) continue;
        if (made.has(`${namespace}/${secretName}`)) continue;
        const issued = isIssued(object);
        const near = issued ? undefined : secrets.nearest(namespace, secretName);
        const cause = issued ? '; cert-manager is asked to make it' : formatNearest(near, namespace);
        report(
          field.at('secretName'),
          `There is no Secret ${secretName} in namespace ${namespace}${cause}. Without it the controller has no certificate for these hosts.`,
          issued ? { severity: 'info' } : { absent: near === undefined },
        );
      }
    }
  },
};
