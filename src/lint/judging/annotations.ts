/**
 * Suppression by annotation, on an object or on its template of pods:
 *
 *     metadata:
 *       annotations:
 *         portolan/ignore-SVC009: the firewall in front of it is ours
 */

import type { Field } from '../../kubernetes/field.ts';
import type { LintObject } from '../context/lint-object.ts';
import { podTemplate } from '../context/pod-template.ts';
import { documentOf, type Suppression } from './suppression.ts';

const PREFIX = 'portolan/ignore-';

export function annotationSuppressions(objects: readonly LintObject[]): Suppression[] {
  return objects.flatMap((object) => {
    const own = object.metadata.at('annotations');
    const template = podTemplate(object)?.template.at('metadata').at('annotations');
    return [
      ...ofAnnotations(own, object),
      ...(template && template.pointer !== own.pointer ? ofAnnotations(template, object) : []),
    ];
  });
}

function ofAnnotations(field: Field, { root }: LintObject): Suppression[] {
  const { value } = field;
  if (typeof value !== 'object' || value === null) return [];
  const { document } = root.scope;
  return Object.keys(value).flatMap((key) => {
    if (!key.startsWith(PREFIX)) return [];
    const annotation = field.at(key);
    return {
      by: 'annotation' as const,
      rules: [key.slice(PREFIX.length)],
      reason: annotation.string()?.trim() ?? '',
      place: { document, pointer: annotation.pointer },
      covers: ({ finding }) => documentOf(finding) === document,
    };
  });
}
