/**
 * `metav1.LabelSelector` to a predicate
 * (https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors): requirements are
 * joined by AND; `NotIn` and `DoesNotExist` also match an absent key; an empty selector matches everything.
 */

import type { Field } from '../../kubernetes/field.ts';
import { readLabels } from '../../kubernetes/object.ts';
import { isLabelKey, isLabelValue } from '../../kubernetes/syntax.ts';
import { exists, isIn, not, type Predicate } from '../selector.ts';
import type { SelectorPool } from '../selector-pool.ts';

/** Reads a selector that is there; ask `field.absent` first where absence means something else. */
export function readLabelSelector(field: Field, pool: SelectorPool): Predicate {
  field.knows('matchLabels', 'matchExpressions');
  const labels: Predicate[] = [];
  readLabels(field.at('matchLabels')).forEach((value, key) => {
    labels.push(pool.label(key, value));
  });
  const expressions = field.itemsAt('matchExpressions');
  return pool.allOf(expressions.length === 0 ? labels : [...expressions.flatMap(readRequirement), ...labels]);
}

function readRequirement(field: Field): Predicate[] {
  field.knows('key', 'operator', 'values');
  const key = field.stringAt('key') ?? '';
  const operator = field.stringAt('operator') ?? '';
  const values = field.itemsAt('values').map((v) => v.text() ?? '');
  if (!isLabelKey(key)) field.at('key').refuse('SCH008', 'the label key is not valid');
  if (!values.every(isLabelValue)) field.at('values').refuse('SCH008', 'a label value is not valid');
  const takesValues = operator === 'In' || operator === 'NotIn';
  if (takesValues && values.length === 0) field.refuse('SCH004', `operator ${operator} needs values`);
  if (!takesValues && values.length > 0) field.at('values').refuse('SCH003', `operator ${operator} takes no values`);
  switch (operator) {
    case 'In':
      return [isIn(key, values)];
    case 'NotIn':
      return [not(isIn(key, values))];
    case 'Exists':
      return [exists(key)];
    case 'DoesNotExist':
      return [not(exists(key))];
    default:
      field.at('operator').refuse('SCH003', 'operator must be In, NotIn, Exists or DoesNotExist');
      return [];
  }
}
