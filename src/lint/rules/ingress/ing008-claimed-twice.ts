/** ING008: two claims of one path of one host. */

import type { IngressPath, IngressView } from '../../context/ingress-view.ts';
import type { KubernetesRule } from '../../rule.ts';
import { ingressText, WEB } from './examples.ts';

const manifests = (path: string) => `${ingressText()}---\n${ingressText({ name: 'shop', path })}${WEB}`;

export const claimedTwice: KubernetesRule = {
  id: 'ING008',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Host and path are claimed twice',
  why: 'One of the two gets all requests and the other none. Which, the API does not say: with most controllers the older object wins, so that a new installation of the same files may behave otherwise.',
  fix: 'Remove one of the two, or give them different paths or hosts.',
  references: [
    'https://kubernetes.io/docs/concepts/services-networking/ingress/#multiple-matches',
    'https://kubernetes.github.io/ingress-nginx/how-it-works/#building-the-nginx-model',
  ],
  bad: [{ line: 28, text: manifests('/') }],
  good: [manifests('/shop')],
  check({ ingresses }, report) {
    const first = new Map<string, { readonly ingress: IngressView; readonly id: string }>();
    for (const ingress of ingresses) {
      if (tellsApart(ingress)) continue;
      const { id } = ingress.object;
      for (const { host, paths } of ingress.rules) {
        for (const path of paths) {
          const key = JSON.stringify([ingress.className ?? '', host, ...claimOf(path)]);
          const other = first.get(key);
          if (!other) first.set(key, { ingress, id });
          // Two objects of one name are another matter, and so are files for several clusters.
          else if (other.ingress === ingress || other.id !== id) {
            const where = other.ingress === ingress ? 'This Ingress' : `Ingress ${nameOf(other.ingress)}`;
            const name = host === '' ? 'every host' : `host ${host}`;
            report(path.field, `${where} claims path ${path.path || '/'} of ${name} already. Remove one of the two.`);
          }
        }
      }
    }
  },
};

/** A path by prefix is the same with a slash at its end. */
function claimOf({ path, pathType }: IngressPath): [string, string] {
  return [pathType, pathType === 'Prefix' ? path.replace(/\/$/, '') : path];
}

/** Canaries share a path on purpose, and some controllers look at more than the path. */
function tellsApart({ object }: IngressView): boolean {
  return [...object.annotations].some(([key]) => /canary|conditions\.|methods?$|headers?$|match|priority/.test(key));
}

function nameOf({ object }: IngressView): string {
  return `${object.namespace}/${object.name}`;
}
