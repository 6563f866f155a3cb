/** ING030: an annotation for ingress-nginx that it does not read. */

import type { Edit } from '../../../ingest/edit.ts';
import { NGINX } from '../../context/ingress-view.ts';
import { NGINX_ANNOTATIONS } from '../../context/nginx-annotations.ts';
import { originOf } from '../../place.ts';
import type { KubernetesRule } from '../../rule.ts';
import { ingressText, WEB } from './examples.ts';

const manifests = (name: string) =>
  ingressText({ annotations: [`nginx.ingress.kubernetes.io/${name}: 8m`], className: 'nginx' }) + WEB;

export const annotationMisspelt: KubernetesRule = {
  id: 'ING030',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Annotation of ingress-nginx is misspelt',
  why: 'Annotations that the controller does not know are left aside without a word: what this one asks for does not happen.',
  fix: 'Write the name as the controller reads it.',
  references: ['https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/'],
  bad: [{ line: 6, text: manifests('proxy-body-sise') }],
  good: [manifests('proxy-body-size'), manifests('something-of-a-later-release')],
  check(context, report) {
    for (const ingress of context.ingresses) {
      for (const [key] of ingress.object.annotations) {
        const name = key.startsWith(NGINX) ? key.slice(NGINX.length) : undefined;
        if (name === undefined || NGINX_ANNOTATIONS.has(name)) continue;
        const meant = context.near.find(name, NGINX_ANNOTATIONS);
        if (meant === undefined) continue;
        const field = ingress.annotation(key);
        const edit: Edit = { kind: 'rename', at: originOf(field), key: NGINX + meant };
        const fix = { title: `Write ${meant}`, safe: false, edits: [edit] };
        report(field, `ingress-nginx does not know ${name}; it knows ${meant}. Write that.`, { fix });
      }
    }
  },
};
