/**
 * The schema of `schema/` with its resolvers: the types are built from the text by graphql-js, and each resolver is put
 * where it belongs. One for something that the schema does not have is a bug, and is refused at once.
 */

import { buildSchema, type GraphQLSchema, isObjectType, isScalarType, isUnionType } from 'graphql';

/** By type: resolvers of fields, what tells the types of a union apart, or a scalar. */
type ResolverMap = Readonly<Record<string, unknown>>;

function attach(schema: GraphQLSchema, name: string, own: ResolverMap): void {
  const type = schema.getType(name);
  if (isUnionType(type)) Object.assign(type, { resolveType: own['__resolveType'] });
  else if (isScalarType(type) && isScalarType(own)) adopt(type, own);
  else if (isObjectType(type)) {
    const fields = type.getFields();
    for (const [field, resolve] of Object.entries(own)) {
      const known = fields[field];
      if (!known) throw new TypeError(`a resolver for ${name}.${field}, which the schema does not have`);
      Object.assign(known, { resolve });
    }
  } else throw new TypeError(`resolvers for ${name}, which the schema does not have`);
}

/** What a scalar takes; its name and description stay those of the schema. */
function adopt(type: object, scalar: object): void {
  for (const [key, value] of Object.entries(scalar)) {
    if (typeof value === 'function') Object.assign(type, { [key]: value });
  }
}

export function executableSchema(typeDefs: string, resolvers: object): GraphQLSchema {
  // Nobody asks where in the text a type stands.
  const schema = buildSchema(typeDefs, { noLocation: true });
  for (const [name, own] of Object.entries(resolvers)) attach(schema, name, own);
  return schema;
}
