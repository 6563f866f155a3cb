/** ING014: the class of an Ingress as an annotation. */

import type { Fix } from '../../../ingest/edit.ts';
import { CLASS_ANNOTATION, type IngressView } from '../../context/ingress-view.ts';
import { originOf } from '../../place.ts';
import type { KubernetesRule } from '../../rule.ts';
import { WEB } from './examples.ts';

const manifests = (annotation: string, field: string) => `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
  annotations:
    example.com/owner: shop${annotation}
spec:${field}
  rules:
    - host: www.example.com
      http:
        paths:
          - {path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
${WEB}`;

const OLD = '\n    kubernetes.io/ingress.class: public';
const NEW = '\n  ingressClassName: public';

export const classAnnotation: KubernetesRule = {
  id: 'ING014',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Class of the Ingress is an annotation',
  why: 'The annotation came before the field ingressClassName and is deprecated: newer controllers do not read it. One that differs from the field is refused when the Ingress is made.',
  fix: 'Set ingressClassName to the class, and remove the annotation.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/ingress/#deprecated-annotation'],
  bad: [
    { line: 7, text: manifests(OLD, '') },
    { line: 7, text: manifests(OLD, NEW) },
  ],
  good: [manifests('', NEW)],
  check(context, report) {
    const classes = context.named('IngressClass', 'networking.k8s.io');
    for (const ingress of context.ingresses) {
      const name = ingress.object.annotations.get(CLASS_ANNOTATION);
      const field = ingress.object.spec.stringAt('ingressClassName');
      // That the two differ is what the API server says.
      if (name === undefined || (field !== undefined && field !== name)) continue;
      const advice = field === undefined ? `Write ingressClassName: ${name} in its place` : 'Remove it';
      const fix = fixOf(ingress, name, field !== undefined || classes.get('', name) !== undefined);
      report(ingress.annotation(CLASS_ANNOTATION), `The annotation ${CLASS_ANNOTATION} is deprecated. ${advice}.`, {
        fix,
      });
    }
  },
};

/** Some controllers take their annotation where no IngressClass of the name exists, and the field only where one does. */
function fixOf(ingress: IngressView, name: string, safe: boolean): Fix {
  const { spec } = ingress.object;
  const remove = { kind: 'remove', at: originOf(ingress.annotation(CLASS_ANNOTATION)) } as const;
  if (!spec.at('ingressClassName').absent) return { title: 'Remove the annotation', safe, edits: [remove] };
  const add = { kind: 'add', at: originOf(spec), key: 'ingressClassName', value: name } as const;
  return { title: `Set ingressClassName to ${name}`, safe, edits: [remove, add] };
}
