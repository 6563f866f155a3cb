import { readFileSync } from 'node:fs';
import { buildSchema, isEnumType, isInputObjectType, isIntrospectionType, isObjectType } from 'graphql';
import { describe, expect, test } from 'vitest';
import type { ZodObject } from 'zod';
import { typeDefs } from '../../src/generated/graphql.ts';
import * as diff from '../../src/operations/diff-results.ts';
import * as exposure from '../../src/operations/exposure-results.ts';
import * as results from '../../src/operations/results.ts';
import { validationFinding } from '../../src/operations/validation-finding.ts';

const schema = buildSchema(typeDefs);
const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type));

test('the generated copy is the schema of the repository', () => {
  const files = ['portolan.graphql', 'project.graphql', 'validation.graphql'];
  const texts = files.map((file) => readFileSync(new URL(`../../schema/${file}`, import.meta.url), 'utf8'));
  expect(typeDefs).toBe(texts.join('\n'));
});

test('every type, field, argument and value has a description', () => {
  const bare = types.flatMap((type) => {
    if (isEnumType(type)) return [type, ...type.getValues()];
    if (!isObjectType(type) && !isInputObjectType(type)) return [];
    const fields = Object.values(type.getFields());
    return [type, ...fields, ...fields.flatMap((field) => ('args' in field ? field.args : []))];
  });
  expect(bare.filter(({ description }) => !description).map(({ name }) => name)).toEqual([]);
});

/** Fields that the schema spells differently on purpose. */
const OWN = ['ingressIsolated', 'egressIsolated', 'selector', 'text', 'side'];

describe.each([
  ['Workload', results.peer],
  ['Reach', results.connection],
  ['Finding', results.finding],
  ['Resource', results.resource],
  ['Evaluation', results.evaluation],
  ['Reason', results.reason],
  ['PolicyReference', results.policyReference],
  ['Way', results.connectionWay],
  ['Exposure', exposure.exposureRow],
  ['ExposedPeer', exposure.exposedPeer],
  ['Unprotected', exposure.unprotected],
  ['ValidationFinding', validationFinding],
  ['Change', diff.change],
  ['Cause', diff.cause],
] as const)('%s', (name, shape) => {
  test('has no field that REST does not have', () => {
    const type = schema.getType(name);
    const fields = isObjectType(type) ? Object.keys(type.getFields()) : [];
    const known = Object.keys((shape as unknown as ZodObject).shape);
    expect(fields.filter((field) => !OWN.includes(field) && !known.includes(field))).toEqual([]);
    expect(fields.length).toBeGreaterThan(0);
  });
});
