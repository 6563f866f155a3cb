/**
 * Queries that the service knows: a client sends the id of one, its digest, and no text (GraphQL over HTTP, appendix on
 * persisted documents). They are the files of `schema/operations/`; `GET /graphql/operations` lists them.
 */

import type { GraphQLParams, Plugin } from 'graphql-yoga';
import { PERSISTED } from '../generated/graphql.ts';
import { problem } from '../util/problem.ts';
import { problemError } from './errors.ts';

/** `documentId` is the specification's; clients of Apollo put the same into `extensions`. */
function documentId(params: GraphQLParams & { readonly documentId?: unknown }): string | undefined {
  if (typeof params.documentId === 'string') return params.documentId;
  const persisted: unknown = params.extensions?.['persistedQuery'];
  if (typeof persisted !== 'object' || persisted === null || !('sha256Hash' in persisted)) return undefined;
  const { sha256Hash } = persisted;
  return typeof sha256Hash === 'string' ? `sha256:${sha256Hash}` : undefined;
}

export const persisted: Plugin = {
  onParams({ params, setParams }) {
    if (params.query !== undefined && params.query !== null) return;
    const id = documentId(params);
    if (id === undefined) return;
    const known = PERSISTED.find((operation) => operation.id === id);
    if (!known) {
      const alternatives = PERSISTED.map((operation) => operation.id);
      throw problemError(problem('not-found', 'No query of this id is known. Send its text.', { alternatives }));
    }
    setParams({ ...params, query: known.document });
  },
};
