import { isUnionType } from 'graphql';
import { expect, test } from 'vitest';
import { typeDefs } from '../../src/generated/graphql.ts';
import { executableSchema } from '../../src/graphql/executable-schema.ts';
import { resolvers } from '../../src/graphql/resolvers/index.ts';

test('every union of the schema is told apart by a resolver', () => {
  const unions = Object.values(executableSchema(typeDefs, resolvers).getTypeMap()).filter(isUnionType);
  expect(unions.length).toBeGreaterThan(5);
  expect(unions.filter(({ resolveType }) => !resolveType).map(({ name }) => name)).toEqual([]);
});

test.each([
  ['a type', { Nothing: { a: () => 1 } }],
  ['a field', { Query: { nothing: () => 1 } }],
])('a resolver for %s that the schema does not have is refused', (_, wrong) => {
  expect(() => executableSchema('type Query { a: Int }', wrong)).toThrow('which the schema does not have');
});
