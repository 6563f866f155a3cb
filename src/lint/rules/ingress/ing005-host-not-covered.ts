/** ING005: a host that no certificate of its Ingress is for. */

import { type IngressTls, isFor } from '../../context/ingress-view.ts';
import { withItem } from '../../fixes.ts';
import type { KubernetesRule, Remarks } from '../../rule.ts';
import { ingressText, TLS_SECRET, WEB } from './examples.ts';

const manifests = (host: string) => ingressText({ hosts: '[www.example.com]', host }) + WEB + TLS_SECRET;

export const hostNotCovered: KubernetesRule = {
  id: 'ING005',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Host is in no tls entry',
  why: 'The host is served in plain HTTP, or with a certificate that is not for it, though the Ingress uses TLS.',
  fix: 'Add the host to the hosts of a tls entry whose certificate is for it, or correct it.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/ingress/#tls'],
  bad: [{ line: 11, text: manifests('shop.example.com') }],
  good: [manifests('www.example.com')],
  check({ ingresses }, report) {
    for (const { rules, tls } of ingresses) {
      // An entry without hosts is for all of them.
      if (tls.length === 0 || tls.some(({ hosts }) => hosts.length === 0)) continue;
      const named = tls.flatMap(({ hosts }) => hosts);
      for (const { field, host } of rules) {
        if (host === '' || named.some((name) => isFor(name, host))) continue;
        report(
          field.at('host'),
          `No tls entry has the host ${host}; they have ${[...new Set(named)].join(', ')}. Add it to the entry whose certificate is for it.`,
          fixOf(tls, host),
        );
      }
    }
  },
};

function fixOf([only, ...more]: readonly IngressTls[], host: string): Pick<Remarks, 'fix'> {
  return only && more.length === 0 ? withItem(only.field.at('hosts'), host) : {};
}
