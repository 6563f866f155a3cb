/** ING022: a certificate for a host that is not served. */

import { isFor } from '../../context/ingress-view.ts';
import type { KubernetesRule } from '../../rule.ts';
import { ingressText, TLS_SECRET, WEB } from './examples.ts';

const manifests = (hosts: string) => ingressText({ hosts: `[${hosts}]` }) + WEB + TLS_SECRET;

export const unusedTlsHost: KubernetesRule = {
  id: 'ING022',
  model: 'kubernetes',
  severity: 'info',
  title: 'Host of a tls entry has no rule',
  why: 'A certificate is kept, and renewed, for a host that the Ingress does not serve; or the rule for it was forgotten.',
  fix: 'Add a rule for the host, or remove it from the entry.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/ingress/#tls'],
  bad: [{ line: 8, text: manifests('www.example.com, shop.example.com') }],
  good: [manifests('www.example.com')],
  check({ ingresses }, report) {
    for (const { rules, tls, defaultBackend } of ingresses) {
      // What has no rule of its own goes to the default backend, or to a rule for every host.
      if (defaultBackend || rules.some(({ host }) => host === '')) continue;
      // That a rule has no certificate is a slip in one of the two, which ING005 tells of.
      const named = tls.flatMap(({ hosts }) => hosts);
      if (rules.some(({ host }) => !named.some((name) => isFor(name, host)))) continue;
      for (const field of tls.flatMap((entry) => entry.field.itemsAt('hosts'))) {
        const name = field.string() ?? '';
        if (rules.some(({ host }) => isFor(name, host) || isFor(host, name))) continue;
        report(field, `No rule of the Ingress is for ${name}. Add one, or remove the host here.`);
      }
    }
  },
};
