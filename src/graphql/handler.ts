/**
 * GraphQL over HTTP: yoga with the schema of `schema/`, its resolvers and our guards. No page, no batching, and no cache
 * of queries, for a query may hold a whole bundle.
 */

import { createYoga } from 'graphql-yoga';
import { PERSISTED, typeDefs } from '../generated/graphql.ts';
import type { Limit, SnapshotSource } from '../ingest/index.ts';
import { bugLog, type ServerContext } from './bug-log.ts';
import type { GraphqlContext } from './context.ts';
import { maskError } from './errors.ts';
import { executableSchema } from './executable-schema.ts';
import { guardsFor } from './guards.ts';
import { QUERY_LIMITS, requestBytes } from './limits.ts';
import { persisted } from './persisted.ts';
import { requestForm } from './request-form.ts';
import { resolvers } from './resolvers/index.ts';

export interface GraphqlParts {
  readonly version: string;
  /** Takes one line of JSON for each bug that was met; never anything of a request's body. */
  readonly log: (line: string) => void;
  /** Without it, a bundle that is a snapshot is refused. */
  readonly snapshots?: SnapshotSource | undefined;
}

export interface GraphqlHandler {
  /** The schema as written by hand. */
  readonly sdl: string;
  /** The queries that can be asked for by their ids. */
  readonly operations: typeof PERSISTED;
  readonly limits: Readonly<Record<string, Limit>>;
  fetch(request: Request, requestId: string): Response | Promise<Response>;
}

export function createGraphql({ version, log, snapshots }: GraphqlParts): GraphqlHandler {
  const schema = executableSchema(typeDefs, resolvers);
  const yoga = createYoga<ServerContext, GraphqlContext>({
    schema,
    context: ({ requestId }) => ({ version, requestId, snapshots, analyses: new Map(), validations: new Map() }),
    maskedErrors: { maskError, errorMessage: '' },
    plugins: [requestForm, persisted, guardsFor(schema), bugLog(log)],
    extraParamNames: ['documentId'],
    maxRequestBodySize: requestBytes(),
    parserAndValidationCache: false,
    landingPage: false,
    graphiql: false,
    logging: false,
    cors: false,
  });
  const fetch = (request: Request, requestId: string) => yoga.fetch(request, { requestId });
  return { sdl: typeDefs, operations: PERSISTED, limits: QUERY_LIMITS, fetch };
}
