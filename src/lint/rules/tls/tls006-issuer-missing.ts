/** TLS006: a certificate that nobody is there to issue. */

import type { Field } from '../../../kubernetes/field.ts';
import type { KubernetesContext } from '../../context/kubernetes-context.ts';
import { formatNearest } from '../../context/named-objects.ts';
import type { KubernetesRule } from '../../rule.ts';

const manifests = (issuer: string) => `apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: web
spec:
  secretName: web-tls
  dnsNames: [www.example.com]
  issuerRef:
    name: ${issuer}
---
apiVersion: cert-manager.io/v1
kind: Issuer
metadata:
  name: internal
spec:
  ca: {secretName: authority}
`;

const GROUP = 'cert-manager.io';

export const issuerMissing: KubernetesRule = {
  id: 'TLS006',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Issuer of a certificate does not exist',
  why: 'The certificate is never made, and what waits for its Secret is served without one.',
  fix: 'Name an Issuer of the same namespace, or with kind ClusterIssuer one of the cluster.',
  references: [
    'https://cert-manager.io/docs/usage/certificate/',
    'https://cert-manager.io/docs/usage/ingress/#supported-annotations',
  ],
  bad: [
    { line: 9, text: manifests('intrenal') },
    { line: 9, complete: true, text: manifests('public') },
    { line: 9, severity: 'info', text: manifests('public') },
  ],
  good: [manifests('internal')],
  check(context, report) {
    for (const { field, kind, namespace } of asked(context)) {
      const name = field.string() ?? '';
      const issuers = context.named(kind, GROUP);
      if (name === '' || issuers.get(namespace, name)) continue;
      const near = issuers.nearest(namespace, name);
      const place = kind === 'Issuer' ? ` in namespace ${namespace}` : '';
      report(
        field,
        `There is no ${kind} ${name}${place}${formatNearest(near, namespace)}. Correct the name, or add it.`,
        { absent: near === undefined },
      );
    }
  },
};

interface Asked {
  readonly field: Field;
  readonly kind: 'Issuer' | 'ClusterIssuer';
  /** Empty for a ClusterIssuer. */
  readonly namespace: string;
}

/** By Certificates, and by annotations of Ingresses and Gateways. */
function* asked(context: KubernetesContext): Generator<Asked> {
  for (const { namespace, spec, group } of context.ofKind('Certificate')) {
    const ref = spec.at('issuerRef');
    const isOwn = group === GROUP && (ref.stringAt('group') ?? GROUP) === GROUP;
    const kind = ref.stringAt('kind') ?? 'Issuer';
    if (!isOwn) continue;
    if (kind === 'Issuer') yield { field: ref.at('name'), kind, namespace };
    if (kind === 'ClusterIssuer') yield { field: ref.at('name'), kind, namespace: '' };
  }
  for (const { metadata, namespace } of [...context.ofKind('Ingress'), ...context.ofKind('Gateway')]) {
    const annotations = metadata.at('annotations');
    // Issuers of other groups have their own kinds.
    if (!annotations.at('cert-manager.io/issuer-group').absent) continue;
    yield { field: annotations.at('cert-manager.io/issuer'), kind: 'Issuer', namespace };
    yield { field: annotations.at('cert-manager.io/cluster-issuer'), kind: 'ClusterIssuer', namespace: '' };
  }
}
