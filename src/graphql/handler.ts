/**
 * GraphQL over HTTP: yoga with the schema of `schema/`, its resolvers and our guards. No page, no batching, no
 * uploads, and no cache of queries, for a query may hold a whole bundle.
 */

import { createSchema, createYoga } from 'graphql-yoga';
import { typeDefs } from '../generated/graphql.ts';
import type { Limit } from '../ingest/index.ts';
import { bugLog, type ServerContext } from './bug-log.ts';
import type { GraphqlContext } from './context.ts';
import { maskError } from './errors.ts';
import { guards } from './guards.ts';
import { QUERY_LIMITS, requestBytes } from './limits.ts';
import { resolvers } from './resolvers/index.ts';

export interface GraphqlParts {
  readonly version: string;
  /** Takes one line of JSON for each bug that was met; never anything of a request's body. */
  readonly log: (line: string) => void;
}

export interface GraphqlHandler {
  /** The schema as written by hand. */
  readonly sdl: string;
  readonly limits: Readonly<Record<string, Limit>>;
  fetch(request: Request, requestId: string): Response | Promise<Response>;
}

export function createGraphql({ version, log }: GraphqlParts): GraphqlHandler {
  const yoga = createYoga<ServerContext, GraphqlContext>({
    schema: createSchema<GraphqlContext>({ typeDefs, resolvers }),
    context: ({ requestId }) => ({ version, requestId, analyses: new Map() }),
    maskedErrors: { maskError, errorMessage: '' },
    plugins: [guards, bugLog(log)],
    maxRequestBodySize: requestBytes(),
    parserAndValidationCache: false,
    multipart: false,
    landingPage: false,
    graphiql: false,
    logging: false,
    cors: false,
  });
  return { sdl: typeDefs, limits: QUERY_LIMITS, fetch: (request, requestId) => yoga.fetch(request, { requestId }) };
}
