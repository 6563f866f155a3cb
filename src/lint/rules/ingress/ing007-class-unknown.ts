/** ING007: an Ingress that no controller may take. */

import { CLASS_ANNOTATION, type IngressView } from '../../context/ingress-view.ts';
import { formatNearest } from '../../context/named-objects.ts';
import type { KubernetesRule } from '../../rule.ts';
import { ingressText, WEB } from './examples.ts';

export const DEFAULT_CLASS = 'ingressclass.kubernetes.io/is-default-class';

const manifests = (className: string) => `${ingressText({ className })}---
apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata:
  name: public
spec:
  controller: example.com/ingress
${WEB}`;

export const classUnknown: KubernetesRule = {
  id: 'ING007',
  model: 'kubernetes',
  severity: 'info',
  title: 'Ingress without a class that is known',
  why: 'Controllers take the Ingresses of their classes. One without a class is taken only where an IngressClass is marked as the default, or where a controller takes all.',
  fix: 'Set ingressClassName to the name of an IngressClass of the cluster.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/ingress/#ingress-class'],
  bad: [
    { line: 6, text: manifests('pubilc') },
    { line: 5, text: manifests('') },
  ],
  good: [manifests('public')],
  check(context, report) {
    const classes = context.named('IngressClass', 'networking.k8s.io');
    const isDefault = context.ofKind('IngressClass').some((c) => c.annotations.get(DEFAULT_CLASS) === 'true');
    for (const ingress of context.ingresses) {
      const { className, object } = ingress;
      if (className === undefined) {
        if (isDefault) continue;
        report(
          object.spec,
          'The Ingress has no ingressClassName, and no IngressClass of the bundle is the default. Set it.',
        );
        continue;
      }
      // Installations bring the classes along, and are seldom in one bundle with what uses them.
      if (classes.get('', className) || (classes.isEmpty && !context.complete)) continue;
      const near = classes.nearest('', className);
      report(
        placeOf(ingress),
        `There is no IngressClass ${className}${formatNearest(near, '')}. Name the class of the controller that shall take this Ingress.`,
      );
    }
  },
};

function placeOf(ingress: IngressView) {
  const field = ingress.object.spec.at('ingressClassName');
  return field.absent ? ingress.annotation(CLASS_ANNOTATION) : field;
}
