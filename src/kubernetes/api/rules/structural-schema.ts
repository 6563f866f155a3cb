/**
 * Whether the schemas of a CustomResourceDefinition are structural
 * (https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema):
 * others the API server refuses.
 */

import type { Field } from '../../field.ts';
import { membersOf } from '../field-values.ts';

/** Keywords of JSON Schema that a structural schema does not have. */
const FORBIDDEN = ['$ref', 'definitions', 'dependencies', 'patternProperties'] as const;
/** More of one schema say nothing new. */
const MOST = 5;

export function checkStructural(schema: Field): void {
  const reports = { left: MOST };
  if (isSchema(schema) && !isOpen(schema) && schema.at('type').value !== 'object') {
    refuse(schema, 'the root of a schema must be of type object', reports);
  }
  walk(schema, reports);
}

interface Reports {
  left: number;
}

function walk(schema: Field, reports: Reports): void {
  if (!isSchema(schema) || reports.left <= 0) return;
  if (schema.at('type').absent && !isOpen(schema))
    refuse(schema, 'a structural schema says the type of every field', reports);
  for (const keyword of FORBIDDEN) {
    if (!schema.at(keyword).absent) refuse(schema.at(keyword), `a structural schema has no ${keyword}`, reports);
  }
  const [properties, values] = [schema.at('properties'), schema.at('additionalProperties')];
  if (values.value === false)
    refuse(values, 'additionalProperties cannot be false: fields that are not listed are dropped', reports);
  if (!properties.absent && isSchema(values))
    refuse(values, 'a schema has properties or additionalProperties, not both', reports);
  for (const property of membersOf(properties)) walk(property, reports);
  walk(values, reports);
  walk(schema.at('items'), reports);
}

function isSchema({ value }: Field): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isOpen(schema: Field): boolean {
  return (
    schema.at('x-kubernetes-int-or-string').value === true ||
    schema.at('x-kubernetes-preserve-unknown-fields').value === true
  );
}

function refuse(field: Field, message: string, reports: Reports): void {
  reports.left -= 1;
  field.refuse('SCH003', message);
}
