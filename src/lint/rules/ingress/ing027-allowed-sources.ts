/** ING027: source addresses that are no addresses, or are all of them. */

import { pointOf, rangeOf } from '../../context/addresses.ts';
import { NGINX } from '../../context/ingress-view.ts';
import type { KubernetesRule } from '../../rule.ts';
import { ingressText, WEB } from './examples.ts';

const manifests = (ranges: string) =>
  ingressText({ annotations: [`nginx.ingress.kubernetes.io/whitelist-source-range: ${ranges}`], className: 'nginx' }) +
  WEB;

export const allowedSources: KubernetesRule = {
  id: 'ING027',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Allowed sources are no addresses, or all of them',
  why: 'A list that cannot be read lets the Ingress be refused, or answer everybody with 403; a block of /0 in it lets everybody in.',
  fix: 'Write addresses and CIDR blocks with commas between, without 0.0.0.0/0.',
  references: [
    'https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#whitelist-source-range',
  ],
  bad: [
    { line: 6, text: manifests('10.0.0.0/8;192.0.2.7') },
    { line: 6, text: manifests('10.0.0.0/8,0.0.0.0/0') },
  ],
  good: [manifests('10.0.0.0/8, 192.0.2.7')],
  check({ ingresses }, report) {
    for (const ingress of ingresses) {
      for (const name of NAMES) {
        const list = ingress.nginx(name);
        if (list === undefined || list.includes('{{')) continue;
        const items = list
          .split(',')
          .map((item) => item.trim())
          .filter((item) => item !== '');
        const broken = items.find((item) => !rangeOf(item) && !pointOf(item));
        const open = items.find((item) => rangeOf(item)?.prefix === 0);
        const field = ingress.annotation(NGINX + name);
        if (broken !== undefined)
          report(
            field,
            `${broken} is neither an address nor a CIDR block. Write addresses and blocks with commas between.`,
          );
        else if (open !== undefined)
          report(field, `${open} in the list lets everybody in. Remove it, or the annotation.`);
      }
    }
  },
};

const NAMES: readonly string[] = ['whitelist-source-range', 'allowlist-source-range'];
