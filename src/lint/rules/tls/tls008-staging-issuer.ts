/** TLS008: an issuer for trials. */

import type { KubernetesRule } from '../../rule.ts';

const manifests = (host: string) => `apiVersion: cert-manager.io/v1
kind: ClusterIssuer
metadata:
  name: public
spec:
  acme:
    server: https://${host}/directory
    privateKeySecretRef: {name: account}
    solvers: [{http01: {ingress: {ingressClassName: public}}}]
`;

export const stagingIssuer: KubernetesRule = {
  id: 'TLS008',
  model: 'kubernetes',
  severity: 'info',
  title: 'Issuer is for trials only',
  why: "Certificates of Let's Encrypt's staging environment are signed by an authority that no browser trusts.",
  fix: 'Once the trial works, use the server https://acme-v02.api.letsencrypt.org/directory.',
  references: ['https://letsencrypt.org/docs/staging-environment/'],
  bad: [{ line: 7, text: manifests('acme-staging-v02.api.letsencrypt.org') }],
  good: [manifests('acme-v02.api.letsencrypt.org')],
  check(context, report) {
    for (const { group, spec } of [...context.ofKind('Issuer'), ...context.ofKind('ClusterIssuer')]) {
      const server = spec.at('acme').at('server');
      if (group !== 'cert-manager.io' || !/acme-staging/.test(server.string() ?? '')) continue;
      report(
        server,
        'This is the staging environment, whose certificates no browser trusts. Use the real one once the trial works.',
      );
    }
  },
};
