/** How many items a page may have, as far as a query tells: by its `first`, a number or a variable. */

import { type FieldNode, type GraphQLSchema, isObjectType, Kind } from 'graphql';
import { LARGEST_PAGE } from './connection.ts';
import type { PageSize } from './measure.ts';

/** The names of fields that have pages. */
export function pagedFields(schema: GraphQLSchema): ReadonlySet<string> {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  const fields = types.flatMap((type) => Object.values(type.getFields()));
  return new Set(fields.filter(({ args }) => args.some(({ name }) => name === 'first')).map(({ name }) => name));
}

function first(field: FieldNode, variables: Readonly<Record<string, unknown>>): unknown {
  const value = field.arguments?.find(({ name }) => name.value === 'first')?.value;
  if (value?.kind === Kind.INT) return Number(value.value);
  return value?.kind === Kind.VARIABLE ? variables[value.name.value] : undefined;
}

/** A page whose size the query does not tell counts as the default of the schema; no page is larger than the largest. */
export function pageSizes(paged: ReadonlySet<string>, variables: Readonly<Record<string, unknown>>): PageSize {
  return (field) => {
    if (!paged.has(field.name.value)) return 1;
    const asked = first(field, variables);
    return typeof asked === 'number' && asked >= 0 ? Math.min(asked, LARGEST_PAGE) : DEFAULT_PAGE;
  };
}

/** As in the schema. */
const DEFAULT_PAGE = 100;
