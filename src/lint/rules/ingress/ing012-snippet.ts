/** ING012: configuration of the proxy inside an Ingress. */

import type { KubernetesRule } from '../../rule.ts';
import { ingressText, WEB } from './examples.ts';

const manifests = (annotation: string) =>
  ingressText({ annotations: [`nginx.ingress.kubernetes.io/${annotation}`], className: 'nginx' }) + WEB;

export const snippet: KubernetesRule = {
  id: 'ING012',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Snippet of proxy configuration',
  why: 'Whoever may write an Ingress may then make the proxy do anything, reading every Secret of the cluster that it can read among it (CVE-2021-25742). Controllers refuse snippets unless they are told to take them.',
  fix: 'Replace the snippet by annotations of its own for what it does, or by a filter of a Gateway API route.',
  references: [
    'https://github.com/kubernetes/ingress-nginx/issues/7837',
    'https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#configuration-snippet',
  ],
  bad: [{ line: 6, text: manifests('configuration-snippet: "more_set_headers X-Frame-Options=DENY;"') }],
  good: [manifests('custom-headers: default/headers')],
  check({ ingresses }, report) {
    for (const ingress of ingresses) {
      for (const [key] of ingress.object.annotations) {
        if (!SNIPPET.test(key)) continue;
        report(
          ingress.annotation(key),
          `${key} puts configuration into the proxy that all Ingresses share. Say it by other annotations, and leave snippets switched off.`,
        );
      }
    }
  },
};

const SNIPPET = /^nginx\.(?:ingress\.kubernetes\.io|org)\/(?:[a-z-]+-)?snippets?$/;
