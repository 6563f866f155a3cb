/** ING014: the class of an Ingress as an annotation. */

import type { Fix } from '../../../ingest/edit.ts';
import { CLASS_ANNOTATION, type IngressView } from '../../context/ingress-view.ts';
import { originOf } from '../../place.ts';
import type { KubernetesRule } from '../../rule.ts';
import { ingressText, WEB } from './examples.ts';

const OLD = 'kubernetes.io/ingress.class: public';

const manifests = (className: string, ...annotations: readonly string[]) =>
  ingressText({ annotations: ['example.com/owner: shop', ...annotations], className }) + WEB;

export const classAnnotation: KubernetesRule = {
  id: 'ING014',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Class of the Ingress is an annotation',
  why: 'The annotation came before the field ingressClassName and is deprecated: newer controllers do not read it. One that differs from the field is refused when the Ingress is made.',
  fix: 'Set ingressClassName to the class, and remove the annotation.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/ingress/#deprecated-annotation'],
  bad: [
    { line: 7, text: manifests('', OLD) },
    { line: 7, text: manifests('public', OLD) },
  ],
  good: [manifests('public')],
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
