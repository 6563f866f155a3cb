/**
 * Errors of a query. A problem keeps its code, words and figures in `extensions`; what is a bug says nothing but the
 * id of the request, under which the log has the kind of error.
 */

import { GraphQLError } from 'graphql';
import { PROBLEMS, type Problem, ProblemError, problem } from '../util/problem.ts';
import { problemDocument } from '../util/problem-document.ts';
import { requestBytes } from './limits.ts';

function withProblem(cause: Problem, more: object, at?: GraphQLError, original?: Error): GraphQLError {
  const { type, title, detail, status: _, ...rest } = problemDocument(cause);
  return new GraphQLError(detail, {
    nodes: at?.nodes ?? null,
    path: at?.path ?? null,
    originalError: original ?? null,
    extensions: { code: cause.code, type, title, ...rest, ...more },
  });
}

/** A request that is refused as a whole: its problem decides the status (GraphQL over HTTP §6.4). */
export function problemError(cause: Problem): GraphQLError {
  return withProblem(cause, { http: { status: PROBLEMS[cause.code].status } });
}

/** A multipart request that is none is 400 for clients of old too. */
function isOfTheForm({ message }: GraphQLError): boolean {
  return /multipart form/i.test(message);
}

/** graphql-js quotes the value of a variable that does not fit: a bundle, which may hold secrets. */
function withoutValue(error: GraphQLError): GraphQLError {
  const parts = /^(Variable "\$\w+") got invalid value [\s\S]*?( at "[^"]*")?; ([^;]*)$/.exec(error.message);
  if (!parts) return error;
  const [, variable, at = '', reason = ''] = parts;
  const message = `${variable} got an invalid value${at}; ${reason.replace(/(?:,? found| value): [\s\S]*$/, '.')}`;
  return new GraphQLError(message, { nodes: error.nodes ?? null, extensions: error.extensions });
}

/** Errors of yoga itself: a body beyond the limit is our problem too, and no error quotes the body. */
function ofTheServer(error: GraphQLError): GraphQLError {
  if (error.extensions['code'] === 'REQUEST_ENTITY_TOO_LARGE') {
    const detail = `The request body is longer than ${requestBytes()} bytes.`;
    return problemError(problem('limit-exceeded', detail, { limit: 'envelopeBytes', maximum: requestBytes() }));
  }
  if (isOfTheForm(error)) error.extensions.http = { status: 400, spec: false };
  if ('originalError' in error.extensions) {
    delete error.extensions['originalError'];
    // Without it, yoga would answer 200 to a client of old; a body that is no JSON is 400 for everyone.
    if (error.extensions.http !== undefined) error.extensions.http.spec = false;
  }
  return error;
}

/** What a client sees of an error: problems and its own mistakes as they are, bugs only as such. */
export function maskError(error: unknown): GraphQLError {
  const cause = error instanceof GraphQLError ? error.originalError : error;
  const at = error instanceof GraphQLError ? error : undefined;
  if (cause instanceof ProblemError) return withProblem(cause.problem, {}, at);
  if (error instanceof GraphQLError && (cause === undefined || cause instanceof GraphQLError)) {
    return withoutValue(ofTheServer(error));
  }
  const detail = 'Something went wrong that is not the fault of the request.';
  const original = cause instanceof Error ? cause : new Error(typeof cause);
  return withProblem(problem('internal', detail), {}, at, original);
}

/** The bugs among the errors of a result. */
export function bugsOf(errors: readonly GraphQLError[]): readonly GraphQLError[] {
  return errors.filter((error) => error.extensions['code'] === 'internal');
}
