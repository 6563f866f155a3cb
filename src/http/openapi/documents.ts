/** The paths that are no operations: documents about the service, in OpenAPI's words. */

import { problemReferences } from './responses.ts';
import type { JsonSchema } from './schemas.ts';

interface DocumentPath {
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly mediaType: string;
  readonly schema?: JsonSchema;
}

const OBJECT: JsonSchema = { type: 'object' };

const LIMIT: JsonSchema = {
  type: 'object',
  properties: { value: { type: 'integer' }, unit: { type: 'string' }, reason: { type: 'string' } },
  required: ['value', 'unit', 'reason'],
};

const VERSION: JsonSchema = {
  type: 'object',
  properties: {
    name: { type: 'string' },
    version: { type: 'string' },
    limits: { type: 'object', additionalProperties: LIMIT },
  },
  required: ['name', 'version', 'limits'],
};

const GRAPHQL_REQUEST: JsonSchema = {
  type: 'object',
  properties: { query: { type: 'string' }, operationName: { type: 'string' }, variables: { type: 'object' } },
  required: ['query'],
};

const PATHS: readonly DocumentPath[] = [
  { path: '/healthz', operationId: 'healthz', summary: 'Whether the service answers.', mediaType: 'application/json' },
  {
    path: '/version',
    operationId: 'version',
    summary: 'Version, and every limit with its reason.',
    mediaType: 'application/json',
    schema: VERSION,
  },
  { path: '/problems', operationId: 'problems', summary: 'Every problem code.', mediaType: 'application/json' },
  { path: '/v1/rules', operationId: 'rules', summary: 'Every rule of validate.', mediaType: 'application/json' },
  { path: '/openapi.json', operationId: 'openapiJson', summary: 'This document.', mediaType: 'application/json' },
  { path: '/openapi.yaml', operationId: 'openapiYaml', summary: 'This document.', mediaType: 'application/yaml' },
  {
    path: '/graphql/schema.graphql',
    operationId: 'graphqlSchema',
    summary: 'The GraphQL schema.',
    mediaType: 'text/plain',
    schema: { type: 'string' },
  },
];

function success(description: string, mediaType: string, schema: JsonSchema): JsonSchema {
  return { 200: { description, content: { [mediaType]: { schema } } } };
}

function get({ operationId, summary, mediaType, schema = OBJECT }: DocumentPath, parameters: JsonSchema[] = []) {
  const responses = {
    ...success(summary, mediaType, schema),
    ...problemReferences(parameters.length > 0 ? [404] : [405]),
  };
  return { operationId, tags: ['service'], summary, ...(parameters.length > 0 ? { parameters } : {}), responses };
}

/** By path: path items. */
export function documentPaths(): Record<string, JsonSchema> {
  const plain = PATHS.map((entry) => [entry.path, { get: get(entry) }] as const);
  const code = { name: 'code', in: 'path', required: true, schema: { type: 'string' }, description: 'A problem code.' };
  const summary = 'What a problem code means, and what to do.';
  const problem = { path: '/problems/{code}', operationId: 'problem', summary, mediaType: 'application/json' };
  const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' }, description: 'The id of a rule.' };
  const about = 'Why a rule matters, how to fix what it finds, and examples.';
  const rule = { path: '/v1/rules/{id}', operationId: 'rule', summary: about, mediaType: 'application/json' };
  const graphql = {
    operationId: 'graphql',
    tags: ['service'],
    summary: 'GraphQL over HTTP; its schema is at /graphql/schema.graphql.',
    requestBody: { required: true, content: { 'application/json': { schema: GRAPHQL_REQUEST } } },
    responses: { ...success('The result.', 'application/graphql-response+json', OBJECT), ...problemReferences([413]) },
  };
  return {
    ...Object.fromEntries(plain),
    [problem.path]: { get: get(problem, [code]) },
    [rule.path]: { get: get(rule, [id]) },
    '/graphql': { post: graphql },
  };
}
