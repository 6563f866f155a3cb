/** ING020: text in an annotation that ends what the proxy would read of it. */

import { NGINX } from '../../context/ingress-view.ts';
import type { KubernetesRule } from '../../rule.ts';
import { ingressText, WEB } from './examples.ts';

const manifests = (url: string) =>
  ingressText({ annotations: [`nginx.ingress.kubernetes.io/auth-url: ${url}`], className: 'nginx' }) + WEB;

export const annotationInjection: KubernetesRule = {
  id: 'ING020',
  model: 'kubernetes',
  severity: 'error',
  title: 'Annotation breaks out into the configuration of the proxy',
  why: 'The controller ingress-nginx writes the value into its configuration. Characters that end a directive there let it run code in the controller, which can read every Secret (CVE-2025-1097, CVE-2025-1098, CVE-2025-24514). Fixed controllers refuse the Ingress.',
  fix: 'Write a plain URL or pattern, without quotes, line breaks, braces, semicolons and number signs.',
  references: [
    'https://kubernetes.io/blog/2025/03/24/ingress-nginx-cve-2025-1974/',
    'https://github.com/kubernetes/kubernetes/issues/131007',
    'https://github.com/kubernetes/kubernetes/issues/131008',
    'https://github.com/kubernetes/kubernetes/issues/131006',
  ],
  bad: [{ line: 6, text: manifests('"http://auth.example.com/#;}ssl_engine x"') }],
  good: [manifests('http://auth.example.com/check')],
  check({ ingresses }, report) {
    for (const ingress of ingresses) {
      for (const [name, breaking] of WRITTEN) {
        const found = breaking.exec(ingress.nginx(name) ?? '');
        if (!found) continue;
        report(
          ingress.annotation(NGINX + name),
          `The value has ${shown(found[0])} in it, which ends what the proxy reads of it and begins configuration of its own. Remove it.`,
        );
      }
    }
  },
};

const URL_BREAKS = /[\n\r"'{};#]/;

/** The annotations that those vulnerabilities went through; a pattern may have braces. */
const WRITTEN: readonly (readonly [string, RegExp])[] = [
  ['auth-url', URL_BREAKS],
  ['auth-tls-match-cn', /[\n\r"';#]/],
  ['mirror-target', URL_BREAKS],
  ['mirror-host', URL_BREAKS],
];

function shown(character: string): string {
  return character === '\n' || character === '\r' ? 'a line break' : character;
}
