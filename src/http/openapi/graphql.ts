/** `/graphql` in OpenAPI's words (GraphQL over HTTP); what can be asked there is the affair of its own schema. */

import { headers } from './headers.ts';
import { problemReferences } from './responses.ts';
import { type JsonSchema, reference } from './schemas.ts';

export const GRAPHQL_REQUEST: JsonSchema = {
  type: 'object',
  description: 'A query, or the id of one that the service knows.',
  properties: {
    query: { type: 'string', minLength: 1 },
    documentId: { type: 'string', description: 'In place of `query`: the id of one that `/graphql/operations` lists.' },
    operationName: { type: ['string', 'null'], minLength: 1 },
    variables: { type: ['object', 'null'] },
    extensions: { type: ['object', 'null'] },
  },
  additionalProperties: false,
};

export const GRAPHQL_RESULT: JsonSchema = {
  type: 'object',
  description: 'Data, or errors, or both.',
  properties: { data: { type: ['object', 'null'] }, errors: { type: 'array', items: { type: 'object' } } },
};

const MULTIPART: JsonSchema = {
  type: 'object',
  description: 'The GraphQL multipart request specification: `operations`, `map`, and files.',
  properties: {
    operations: reference('GraphqlRequest'),
    map: {
      type: 'object',
      description: 'For each file part, where in `operations` it belongs: `{"0": ["variables.b.upload.0"]}`.',
      additionalProperties: { type: 'array', items: { type: 'string' } },
    },
  },
  required: ['operations'],
  additionalProperties: { type: 'string', format: 'binary', description: 'A file.' },
};

/** Objects in a form are JSON (OpenAPI 3.1 §4.8.15). */
const JSON_PARTS = {
  operations: { contentType: 'application/json' },
  map: { contentType: 'application/json' },
};

const EXAMPLE = { query: '{ version }' };
const result = { schema: reference('GraphqlResult'), example: { data: { version: '0.1.0' } } };
/** For clients that read all answers as streams: the one result there is. */
const STREAM = { schema: { type: 'string' } };
const RESULTS = {
  'application/graphql-response+json': result,
  'application/json': result,
  'text/event-stream': STREAM,
  'multipart/mixed': STREAM,
};
/** Refused before it was executed: the errors say why. */
const REFUSED = [400, 404, 405, 413, 415] as const;

const RESULT = { description: 'The result.', headers: headers(), content: RESULTS };

function responses(): JsonSchema {
  const refused = { description: 'The query is refused; `errors` say why.', headers: headers(), content: RESULTS };
  return {
    200: RESULT,
    ...problemReferences([401, 403, 406, 429, 500, 503]),
    ...Object.fromEntries(REFUSED.map((status) => [status, refused])),
  };
}

export function graphqlPath(): JsonSchema {
  const shared = { tags: ['analysis'], responses: responses() };
  const inQuery = (name: string, description: string): JsonSchema => ({ name, in: 'query', description });
  const text = { schema: { type: 'string' } };
  const object = { content: { 'application/json': { schema: { type: 'object' } } } };
  return {
    post: {
      operationId: 'graphql',
      summary: 'The same answers as one graph.',
      description: 'GraphQL over HTTP; the schema is at `/graphql/schema.graphql`.',
      ...shared,
      requestBody: {
        required: true,
        content: {
          'application/json': { schema: reference('GraphqlRequest'), example: EXAMPLE },
          'multipart/form-data': { schema: MULTIPART, encoding: JSON_PARTS },
        },
      },
    },
    get: {
      operationId: 'graphqlByGet',
      summary: 'A query in the query string; for browsers, a page.',
      description:
        'Queries only, as for GET in GraphQL over HTTP. Whoever asks for HTML gets a page to write queries on.',
      ...shared,
      responses: {
        ...shared.responses,
        200: { ...RESULT, content: { ...RESULTS, 'text/html': { schema: { type: 'string' } } } },
      },
      parameters: [
        { ...inQuery('query', 'The query.'), ...text },
        { ...inQuery('variables', 'Its variables, as JSON.'), ...object },
        { ...inQuery('operationName', 'Which operation of it.'), ...text },
        { ...inQuery('extensions', 'What a client may say beside it, as JSON.'), ...object },
      ],
    },
  };
}
