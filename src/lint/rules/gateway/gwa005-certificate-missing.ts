/** GWA005: a listener whose certificate is not there, or is none. */

import { gatewaysOf, isGranted } from '../../context/gateway-view.ts';
import { formatNearest } from '../../context/named-objects.ts';
import { isIssued, madeSecrets, tlsFault } from '../../context/tls-secret.ts';
import type { KubernetesRule } from '../../rule.ts';
import { TLS_SECRET } from '../ingress/examples.ts';
import { gatewayText, HTTPS } from './examples.ts';

const manifests = (secret: string, certificate = TLS_SECRET) =>
  gatewayText({ listeners: HTTPS.replace('web-tls', secret) }) + certificate;

export const certificateMissing: KubernetesRule = {
  id: 'GWA005',
  model: 'kubernetes',
  severity: 'error',
  title: 'Certificate of the listener does not exist',
  why: 'The listener is not programmed: nobody answers at its port.',
  fix: 'Name a Secret of type kubernetes.io/tls. Where cert-manager makes it, nothing is to be done.',
  references: ['https://gateway-api.sigs.k8s.io/guides/tls/', 'https://cert-manager.io/docs/usage/gateway/'],
  bad: [
    { line: 11, text: manifests('web-tsl') },
    { line: 11, complete: true, text: manifests('shop') },
    { line: 11, severity: 'info', text: manifests('shop') },
    { line: 11, text: manifests('web-tls', TLS_SECRET.replace('tls.crt', 'cert.pem')) },
  ],
  good: [manifests('web-tls')],
  check(context, report) {
    const secrets = context.named('Secret', '');
    const made = madeSecrets(context);
    for (const { object, listeners } of gatewaysOf(context)) {
      for (const ref of listeners.flatMap(({ tls }) => tls.itemsAt('certificateRefs'))) {
        const name = ref.stringAt('name') ?? '';
        const namespace = ref.stringAt('namespace') || object.namespace;
        const isSecret = (ref.stringAt('kind') ?? 'Secret') === 'Secret' && !ref.stringAt('group');
        // A reference that is not granted is another matter.
        if (!isSecret || !isGranted(context, object, { kind: 'Secret', namespace, name })) continue;
        const secret = secrets.get(namespace, name);
        const fault = secret && tlsFault(secret);
        if (fault) report(ref.at('name'), fault.message, { severity: fault.severity });
        if (secret || made.has(`${namespace}/${name}`)) continue;
        const issued = isIssued(object);
        const near = issued ? undefined : secrets.nearest(namespace, name);
        const cause = issued ? '; cert-manager is asked to make it' : formatNearest(near, namespace);
        const message = `There is no Secret ${name} in namespace ${namespace}${cause}. Without it the listener has no certificate.`;
        report(ref.at('name'), message, issued ? { severity: 'info' } : { absent: near === undefined });
      }
    }
  },
};
