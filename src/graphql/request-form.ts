/**
 * The form of a request, before its query is looked at (GraphQL over HTTP §5.3, §5.4, and the multipart request
 * specification). yoga's readers of requests leave some faults to `JSON.parse` and to reads of what is no object; each
 * is a fault of the request, as is a body of a type that nobody reads.
 * https://graphql.github.io/graphql-over-http/draft/#sec-Request
 */

import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { problem } from '../util/problem.ts';
import { problemError } from './errors.ts';

const TYPES = [
  'application/json',
  'application/graphql',
  'application/graphql+json',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
];

/** The code is yoga's own for such requests; 400 for clients of old too. */
function badRequest(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http: { status: 400, spec: false } } });
}

const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';

/** What reading threw, as the client's fault; nothing of the request is repeated. */
function unreadable(error: unknown): unknown {
  if (error instanceof GraphQLError || isAbort(error)) return error;
  return badRequest(
    'The request cannot be read: `variables` and `extensions` are objects in JSON; of a multipart form, `operations` ' +
      'is the request in JSON, and `map` an object of lists of paths into it.',
  );
}

/** A list, which would be a batch, is refused by yoga. */
function checked(parameters: unknown): void {
  if (typeof parameters !== 'object' || parameters === null) {
    throw badRequest('The request is not an object with the field `query`.');
  }
  if (!('documentId' in parameters)) return;
  const { documentId } = parameters;
  if (documentId !== undefined && documentId !== null && typeof documentId !== 'string') {
    throw badRequest('`documentId` is a string: the id of a query that `/graphql/operations` lists.');
  }
}

export const requestForm: Plugin = {
  onRequestParse({ request, requestParser, setRequestParser }) {
    if (requestParser === undefined) {
      if (request.method !== 'POST') return undefined;
      const detail = 'The Content-Type of the request is none that a query is read from.';
      throw problemError(problem('unsupported-media-type', detail, { alternatives: TYPES }));
    }
    setRequestParser(async (asked) => {
      try {
        return await requestParser(asked);
      } catch (error) {
        throw unreadable(error);
      }
    });
    return { onRequestParseDone: ({ requestParserResult }) => checked(requestParserResult) };
  },
};
