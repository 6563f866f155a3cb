/** ING009: an Ingress for hosts that it does not name. */

import type { KubernetesRule } from '../../rule.ts';
import { ingressText, WEB } from './examples.ts';

const manifests = (host: string) => ingressText({ host }) + WEB;

export const catchAll: KubernetesRule = {
  id: 'ING009',
  model: 'kubernetes',
  severity: 'info',
  title: 'Ingress for every host',
  why: 'Requests for hosts that nothing else claims come here too, those for addresses without a name among them; names that somebody points at the controller reach the application.',
  fix: 'Name the hosts that the application is for.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/ingress/#hostname-wildcards'],
  bad: [
    { line: 8, text: manifests('') },
    { line: 8, text: manifests('"*.example.com"') },
  ],
  good: [manifests('www.example.com')],
  check({ ingresses }, report) {
    for (const { rules, className = '', object } of ingresses) {
      const open = rules.find(({ host, paths }) => (host === '' && paths.length > 0) || host.startsWith('*.'));
      if (!open || /internal|private/.test(`${className} ${object.annotations.get(ALB_SCHEME) ?? ''}`)) continue;
      const { field, host } = open;
      const place = host === '' ? field : field.at('host');
      report(
        place,
        `The rule is for ${host === '' ? 'every host' : host}. Name the hosts that the application is for.`,
      );
    }
  },
};

const ALB_SCHEME = 'alb.ingress.kubernetes.io/scheme';
