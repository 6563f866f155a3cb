/** SVC013: fields that the type of a Service makes void. */

import { without } from '../../fixes.ts';
import type { KubernetesRule } from '../../rule.ts';
import { service } from '../fragments.ts';

export const ignoredExternal: KubernetesRule = {
  id: 'SVC013',
  model: 'kubernetes',
  severity: 'warning',
  title: 'A Service has fields that its type ignores',
  why: 'A Service of type ExternalName selects nothing, and of any other type externalName says nothing: one of two intentions has no effect.',
  fix: 'Remove the field, or change the type.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/service/#externalname'],
  bad: [
    { line: 7, text: service('db', 'type: ExternalName\nexternalName: db.example.com\nselector: {app: db}\n') },
    { line: 7, text: service('db', 'selector: {app: db}\nports: [{port: 5432}]\nexternalName: db.example.com\n') },
  ],
  good: [service('db', 'type: ExternalName\nexternalName: db.example.com\n')],
  check({ services }, report) {
    for (const { object, type, selector } of services.values()) {
      const [name, selects] = [object.spec.at('externalName'), object.spec.at('selector')];
      if (type === 'ExternalName') {
        if (selector.size > 0)
          report(selects, 'A Service of type ExternalName ignores its selector. Remove it.', without(selects, true));
      } else if (name.string()) {
        report(
          name,
          `A Service of type ${type} ignores externalName. Remove it, or make the type ExternalName.`,
          without(name, true),
        );
      }
    }
  },
};
