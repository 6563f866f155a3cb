/** ING010: a rewrite that sends every request to one path. */

import { NGINX } from '../../context/ingress-view.ts';
import type { KubernetesRule } from '../../rule.ts';
import { ingressText, WEB } from './examples.ts';

const manifests = (target: string, path: string) =>
  ingressText({
    annotations: [`nginx.ingress.kubernetes.io/rewrite-target: ${target}`],
    className: 'nginx',
    path,
    pathType: 'ImplementationSpecific',
  }) + WEB;

export const rewriteDropsPath: KubernetesRule = {
  id: 'ING010',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Rewrite drops the rest of the path',
  why: 'Every request under the path becomes one for the same page: /api/users is asked as /. Styles, scripts and all pages but the first are missing.',
  fix: 'Capture the rest in the path and put it into the target: path /api(/|$)(.*) of type ImplementationSpecific, target /$2.',
  references: ['https://kubernetes.github.io/ingress-nginx/examples/rewrite/'],
  bad: [{ line: 6, text: manifests('/', '/api') }],
  good: [manifests('/$2', '/api(/|$)(.*)'), manifests('/', '/')],
  check(context, report) {
    for (const ingress of context.ingresses) {
      const target = ingress.nginx('rewrite-target');
      if (target === undefined || target.includes('$') || !context.isForNginx(ingress)) continue;
      const cut = ingress.paths.find(
        ({ path, pathType }) => path !== '' && path !== '/' && path !== target && pathType !== 'Exact',
      );
      if (!cut) continue;
      report(
        ingress.annotation(`${NGINX}rewrite-target`),
        `Everything under ${cut.path} is asked as ${target}: the rest of the path is dropped. Capture it, as in path ${base(cut.path)}(/|$)(.*) with target ${base(target)}/$2.`,
      );
    }
  },
};

/** The literal beginning of a path. */
function base(path: string): string {
  return path.replace(/[(*[.].*$/, '').replace(/\/+$/, '');
}
