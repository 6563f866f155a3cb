/**
 * Label selectors (https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors): which
 * operators take values, and what keys and values may be.
 */

import type { Field } from '../../field.ts';
import { isLabelKey, isLabelValue } from '../../syntax.ts';
import { itemsOf, membersOf, textOf } from '../field-values.ts';
import { checkLabels } from './metadata.ts';

export function checkLabelSelector(selector: Field): void {
  checkLabels(selector.at('matchLabels'));
  for (const expression of itemsOf(selector.at('matchExpressions'))) checkExpression(expression);
}

function checkExpression(expression: Field): void {
  const key = expression.at('key');
  const values = expression.at('values');
  const operator = textOf(expression.at('operator'));
  const name = textOf(key);
  if (name !== undefined && !isLabelKey(name)) key.refuse('SCH008', 'this is no label key');
  const items = itemsOf(values);
  for (const item of items) {
    if (typeof item.value === 'string' && !isLabelValue(item.value)) item.refuse('SCH008', 'this is no label value');
  }
  const takesValues = operator === 'In' || operator === 'NotIn';
  if (takesValues && items.length === 0) expression.refuse('SCH004', `operator ${operator} needs values`);
  const takesNone = operator === 'Exists' || operator === 'DoesNotExist';
  if (takesNone && items.length > 0) values.refuse('SCH003', `operator ${operator} takes no values`);
}

/** Whether labels, as far as they are text, meet a selector that is well formed. */
export function meetsSelector(selector: Field, labels: Field): boolean {
  const has = new Map(
    membersOf(labels).flatMap(({ key, value }) => (typeof value === 'string' ? [[String(key), value]] : [])),
  );
  const equal = membersOf(selector.at('matchLabels')).every(({ key, value }) => has.get(String(key)) === value);
  return equal && itemsOf(selector.at('matchExpressions')).every((expression) => meets(expression, has));
}

function meets(expression: Field, labels: ReadonlyMap<string, string>): boolean {
  const label = labels.get(textOf(expression.at('key')) ?? '');
  const values = itemsOf(expression.at('values')).map(({ value }) => value);
  switch (expression.at('operator').value) {
    case 'In':
      return label !== undefined && values.includes(label);
    case 'NotIn':
      return label === undefined || !values.includes(label);
    case 'Exists':
      return label !== undefined;
    case 'DoesNotExist':
      return label === undefined;
    default:
      return true;
  }
}
