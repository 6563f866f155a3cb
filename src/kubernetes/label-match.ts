/**
 * `metav1.LabelSelector` asked about labels that are all known
 * (https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors): requirements are joined
 * by AND, `NotIn` and `DoesNotExist` also match an absent key, and an empty selector matches everything.
 */

import type { Field } from './field.ts';

type Operator = 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';

export interface Requirement {
  readonly key: string;
  readonly operator: Operator;
  readonly values: readonly string[];
}

const OPERATORS: readonly Operator[] = ['In', 'NotIn', 'Exists', 'DoesNotExist'];

/** Reads a selector that is there; ask `field.absent` first where absence means something else. */
export function readRequirements(field: Field): Requirement[] {
  const labels = [...field.at('matchLabels').strings()].map(
    ([key, value]): Requirement => ({ key, operator: 'In', values: [value] }),
  );
  return [...labels, ...field.at('matchExpressions').items().flatMap(readExpression)];
}

function readExpression(field: Field): Requirement[] {
  const key = field.at('key').string() ?? '';
  const text = field.at('operator').string();
  const operator = OPERATORS.find((o) => o === text);
  const values = field
    .at('values')
    .items()
    .map((v) => v.text() ?? '');
  if (operator) return [{ key, operator, values }];
  field.at('operator').refuse('SCH003', `operator must be ${OPERATORS.join(', ')}`);
  return [];
}

export function meetsAll(labels: ReadonlyMap<string, string>, requirements: readonly Requirement[]): boolean {
  return requirements.every((requirement) => meets(labels, requirement));
}

function meets(labels: ReadonlyMap<string, string>, { key, operator, values }: Requirement): boolean {
  const value = labels.get(key);
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
  }
}
