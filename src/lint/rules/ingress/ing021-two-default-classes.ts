/** ING021: two IngressClasses that want to be the default. */

import type { KubernetesRule } from '../../rule.ts';
import { DEFAULT_CLASS } from './ing007-class-unknown.ts';

const ingressClass = (name: string, isDefault: boolean) => `apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata:
  name: ${name}
  annotations:
    ingressclass.kubernetes.io/is-default-class: "${isDefault}"
spec:
  controller: example.com/${name}
`;

export const twoDefaultClasses: KubernetesRule = {
  id: 'ING021',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Two IngressClasses are the default',
  why: 'An Ingress without a class is refused, or goes to the class that was made last, depending on the version of Kubernetes.',
  fix: 'Leave the annotation at one of them.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/ingress/#default-ingress-class'],
  bad: [{ line: 15, text: `${ingressClass('one', true)}---\n${ingressClass('two', true)}` }],
  good: [`${ingressClass('one', true)}---\n${ingressClass('two', false)}`],
  check(context, report) {
    const defaults = context
      .ofKind('IngressClass')
      .filter(({ annotations }) => annotations.get(DEFAULT_CLASS) === 'true');
    const [first, ...more] = defaults;
    for (const { name, metadata } of more) {
      if (name === first?.name) continue;
      report(
        metadata.at('annotations').at(DEFAULT_CLASS),
        `IngressClass ${first?.name} is the default already. Leave the annotation at one of the two.`,
      );
    }
  },
};
