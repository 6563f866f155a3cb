/** ING011: a regular expression where a path is meant, or a rewrite that refers to no group. */

import type { IngressPath } from '../../context/ingress-view.ts';
import type { KubernetesRule } from '../../rule.ts';
import { ingressText, WEB } from './examples.ts';

const manifests = (path: string, pathType: string) =>
  ingressText({
    annotations: ['nginx.ingress.kubernetes.io/rewrite-target: /$2'],
    className: 'nginx',
    path,
    pathType,
  }) + WEB;

export const regexPath: KubernetesRule = {
  id: 'ING011',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Path is a regular expression where none is read',
  why: 'With pathType Exact or Prefix a path is taken letter by letter, so that no request matches; ingress-nginx refuses such a path. A rewrite that refers to a group the path does not have drops what it should keep.',
  fix: 'Give the path the type ImplementationSpecific and, for ingress-nginx, the annotation use-regex; give it as many groups as the rewrite refers to.',
  references: [
    'https://kubernetes.io/docs/concepts/services-networking/ingress/#path-types',
    'https://kubernetes.github.io/ingress-nginx/user-guide/ingress-path-matching/',
  ],
  bad: [
    { line: 13, text: manifests('/api(/|$)(.*)', 'Prefix') },
    { line: 13, text: manifests('/api', 'ImplementationSpecific') },
  ],
  good: [manifests('/api(/|$)(.*)', 'ImplementationSpecific')],
  check(context, report) {
    for (const ingress of context.ingresses) {
      const nginx = context.isForNginx(ingress);
      const target = nginx ? ingress.nginx('rewrite-target') : undefined;
      const isRegexMode = ingress.nginx('use-regex') === 'true' || target !== undefined;
      for (const path of ingress.paths) {
        const message = faultOf(path, { nginx, isRegexMode, target });
        if (message !== undefined) report(path.field.at('path'), message);
      }
    }
  },
};

interface Mode {
  readonly nginx: boolean;
  readonly isRegexMode: boolean;
  readonly target: string | undefined;
}

/** What no path of a URL has in it, but regular expressions do. */
const REGEX = /[()[\]|^$\\]|\.[*+]/;

function faultOf({ path, pathType }: IngressPath, { nginx, isRegexMode, target }: Mode): string | undefined {
  const isRegex = REGEX.test(path);
  if (isRegex && (pathType === 'Exact' || pathType === 'Prefix')) {
    return `${path} is a regular expression, and pathType ${pathType} takes it letter by letter. Use pathType ImplementationSpecific.`;
  }
  if (isRegex && nginx && !isRegexMode) {
    return `${path} is a regular expression, and ingress-nginx reads none here. Add the annotation nginx.ingress.kubernetes.io/use-regex: "true".`;
  }
  const [, last = ''] = /\$(\d)(?!.*\$\d)/.exec(target ?? '') ?? [];
  const groups = path.match(/\((?!\?)/g)?.length ?? 0;
  if (Number(last) <= groups) return undefined;
  return `rewrite-target refers to group ${last}, and the path ${path || '/'} has ${groups}. Capture what the target refers to.`;
}
