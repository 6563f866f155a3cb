/**
 * Limits on queries, checked while they are parsed: before validation, whose rules recurse and compare. A query beyond
 * a limit is refused with the limit's name and figures, as every other request is.
 */

import { type DocumentNode, GraphQLError, type GraphQLSchema, type ParseOptions, parse, type Source } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { problem } from '../util/problem.ts';
import { problemError } from './errors.ts';
import { QUERY_LIMITS, type QueryLimitName } from './limits.ts';
import { measureQuery, type PageSize } from './measure.ts';
import { pagedFields, pageSizes } from './page-sizes.ts';

function refuse(name: QueryLimitName, value: number): never {
  const { value: maximum, unit } = QUERY_LIMITS[name];
  const detail = `The query has more than ${maximum} ${unit}.`;
  throw problemError(problem('limit-exceeded', detail, { limit: name, value, maximum }));
}

function check(name: QueryLimitName, value: number): void {
  if (value > QUERY_LIMITS[name].value) refuse(name, value);
}

/** graphql-js says "more than N tokens" in a syntax error of its own. */
function parseTokens(source: string | Source, options: ParseOptions | undefined): DocumentNode {
  const maxLexicalTokens = QUERY_LIMITS.graphqlTokens.value;
  try {
    return parse(source, { ...options, maxLexicalTokens, maxComments: maxLexicalTokens });
  } catch (cause) {
    if (cause instanceof GraphQLError && /more than \d+ (?:tokens|comments)/.test(cause.message)) {
      refuse('graphqlTokens', maxLexicalTokens + 1);
    }
    throw cause;
  }
}

export function guardedParse(source: string | Source, pageSize: PageSize, options?: ParseOptions): DocumentNode {
  const document = parseTokens(source, options);
  const { depth, fields, aliases, roots, cost } = measureQuery(document, pageSize);
  check('graphqlDepth', depth);
  check('graphqlFields', fields);
  check('graphqlAliases', aliases);
  check('graphqlRoots', roots);
  check('graphqlCost', cost);
  return document;
}

/**
 * yoga marks every error of parsing as one that `application/json` answers with 200, for clients of old. A refused
 * query is none of those: whoever sends it must see a 4xx whatever it accepts.
 */
function keepStatus(errors: readonly GraphQLError[]): void {
  for (const { extensions } of errors) {
    if (extensions['code'] === 'limit-exceeded' && extensions.http !== undefined) extensions.http.spec = false;
  }
}

/** The guards of queries on this schema, whose pages are known by their argument `first`. */
export function guardsFor(schema: GraphQLSchema): Plugin {
  const paged = pagedFields(schema);
  return {
    onParse({ context, setParseFn }) {
      const pageSize = pageSizes(paged, context.params.variables ?? {});
      setParseFn((source: string | Source, options?: ParseOptions) => guardedParse(source, pageSize, options));
    },
    onExecutionResult({ result }) {
      if (result !== undefined && 'errors' in result) keepStatus(result.errors ?? []);
    },
  };
}
