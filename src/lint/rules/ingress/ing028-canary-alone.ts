/** ING028: a canary of nothing. */

import { NGINX } from '../../context/ingress-view.ts';
import type { KubernetesRule } from '../../rule.ts';
import { ingressText, WEB } from './examples.ts';

const canary = ingressText({
  name: 'canary',
  annotations: ['nginx.ingress.kubernetes.io/canary: "true"'],
  className: 'nginx',
});

export const canaryAlone: KubernetesRule = {
  id: 'ING028',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Canary without an Ingress that it is a canary of',
  why: 'A canary only takes its share of an Ingress for the same host and path; alone it serves nothing.',
  fix: 'Add the Ingress that serves the host, or remove the annotation.',
  references: ['https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#canary'],
  bad: [
    { line: 6, complete: true, text: canary + WEB },
    { line: 6, severity: 'info', text: canary + WEB },
  ],
  good: [`${canary}---\n${ingressText({ className: 'nginx' })}${WEB}`],
  check({ ingresses }, report) {
    const isCanary = (ingress: (typeof ingresses)[number]) => ingress.nginx('canary') === 'true';
    const served = new Set(ingresses.filter((i) => !isCanary(i)).flatMap(({ rules }) => rules.map(({ host }) => host)));
    for (const ingress of ingresses.filter(isCanary)) {
      if (ingress.rules.some(({ host }) => served.has(host))) continue;
      const hosts = ingress.rules.map(({ host }) => host || 'every host').join(', ');
      report(
        ingress.annotation(`${NGINX}canary`),
        `No other Ingress is for ${hosts}, so that this canary serves nothing. Add it, or remove the annotation.`,
        { absent: true },
      );
    }
  },
};
