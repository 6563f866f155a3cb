/** The paths that are documents about the service, in OpenAPI's words. */

import { GUARDED } from './access.ts';
import { headers } from './headers.ts';
import { problemReferences } from './responses.ts';
import type { JsonSchema } from './schemas.ts';

interface DocumentPath {
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  /** The schema of each form. */
  readonly forms: Readonly<Record<string, JsonSchema>>;
  /** It is there for everybody. */
  readonly open?: true;
  /** The last part of the path, where it varies. */
  readonly parameter?: JsonSchema;
}

const TEXT: JsonSchema = { type: 'string' };
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

const HEALTH: JsonSchema = { type: 'object', properties: { status: { const: 'ok' } }, required: ['status'] };

const PROBLEM_ENTRY: JsonSchema = {
  type: 'object',
  properties: {
    type: { type: 'string' },
    code: { type: 'string' },
    status: { type: 'integer' },
    title: { type: 'string' },
    advice: { type: 'string' },
  },
  required: ['type', 'code', 'status', 'title', 'advice'],
};

const listOf = (name: string, items: JsonSchema): JsonSchema => ({
  type: 'object',
  properties: { [name]: { type: 'array', items } },
  required: [name],
});

/** A page, which can also be had as JSON and as text. */
const page = (schema: JsonSchema) => ({ 'application/json': schema, 'text/html': TEXT, 'text/plain': TEXT });

const FORMAT: JsonSchema = {
  name: 'format',
  in: 'query',
  description: 'The form of the page; wins over `Accept`.',
  schema: { type: 'string', enum: ['html', 'json', 'txt'] },
};

const inPath = (name: string, description: string, example: string): JsonSchema => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: { type: 'string' },
  example,
});

const PATHS: readonly DocumentPath[] = [
  {
    path: '/',
    operationId: 'home',
    summary: 'What this service is, and how to call it.',
    description: 'One screen for people, and the same as JSON and text.',
    forms: page(OBJECT),
  },
  {
    path: '/docs',
    operationId: 'docs',
    summary: 'This document as a page to read.',
    description: 'Made by the service itself: it needs no script and no other host.',
    forms: page(OBJECT),
    open: true,
  },
  {
    path: '/healthz',
    operationId: 'healthz',
    summary: 'Whether the service answers.',
    description: 'Liveness: nothing else is looked at.',
    forms: { 'application/json': HEALTH },
    open: true,
  },
  {
    path: '/version',
    operationId: 'version',
    summary: 'Version, and every limit with its reason.',
    description: 'A request beyond a limit is refused by a problem that names it as it is named here.',
    forms: { 'application/json': VERSION },
  },
  {
    path: '/problems',
    operationId: 'problems',
    summary: 'Every problem code.',
    description: 'What the `type` of a problem may be, with its status and what to do.',
    forms: page(listOf('problems', PROBLEM_ENTRY)),
  },
  {
    path: '/problems/{code}',
    operationId: 'problem',
    summary: 'What a problem code means, and what to do.',
    description: 'The `type` of every problem leads here.',
    forms: page(PROBLEM_ENTRY),
    parameter: inPath('code', 'A problem code.', 'limit-exceeded'),
  },
  {
    path: '/v1/rules',
    operationId: 'rules',
    summary: 'Every rule of validate.',
    description: 'What validate looks for: ids, severities and titles.',
    forms: page(listOf('rules', OBJECT)),
  },
  {
    path: '/v1/rules/{id}',
    operationId: 'rule',
    summary: 'Why a rule matters, how to fix what it finds, and examples.',
    description: 'The `help` of every finding leads here.',
    forms: page(OBJECT),
    parameter: inPath('id', 'The id of a rule.', 'YML001'),
  },
  {
    path: '/openapi.json',
    operationId: 'openapiJson',
    summary: 'This document, as JSON.',
    description: 'OpenAPI 3.1, made from the operations themselves.',
    forms: { 'application/json': OBJECT },
    open: true,
  },
  {
    path: '/openapi.yaml',
    operationId: 'openapiYaml',
    summary: 'This document, as YAML.',
    description: 'The same as the JSON.',
    forms: { 'application/yaml': OBJECT },
    open: true,
  },
  {
    path: '/style.css',
    operationId: 'style',
    summary: 'The stylesheet of the pages.',
    description: 'Light and dark, by the reader’s choice.',
    forms: { 'text/css': TEXT },
    open: true,
  },
  {
    path: '/graphql/page.js',
    operationId: 'graphqlScript',
    summary: 'The script of the page at `/graphql`.',
    description: 'It talks to nothing but this service.',
    forms: { 'text/javascript': TEXT },
  },
  {
    path: '/graphql/operations',
    operationId: 'graphqlOperations',
    summary: 'The queries that the service knows.',
    description: 'Each can be asked for by its id, the digest of its text, as `documentId`.',
    forms: { 'application/json': listOf('operations', OBJECT) },
  },
  {
    path: '/graphql/schema.graphql',
    operationId: 'graphqlSchema',
    summary: 'The GraphQL schema.',
    description: 'In the schema definition language, with a description of every field.',
    forms: { 'text/plain': TEXT },
  },
];

function get({ operationId, summary, description, forms, open, parameter }: DocumentPath): JsonSchema {
  const isPage = 'text/html' in forms;
  const parameters = [...(parameter ? [parameter] : []), ...(isPage ? [FORMAT] : [])];
  const content = Object.fromEntries(Object.entries(forms).map(([type, schema]) => [type, { schema }]));
  const statuses = [...(parameter ? [404] : []), 405, ...(isPage ? [406] : []), ...(open ? [] : GUARDED)];
  const responses = { 200: { description: summary, headers: headers(), content }, ...problemReferences(statuses) };
  const shared = { operationId, tags: ['service'], summary, description };
  return { ...shared, ...(open ? { security: [] } : {}), ...(parameters.length > 0 ? { parameters } : {}), responses };
}

/** By path: path items. */
export function documentPaths(): Record<string, JsonSchema> {
  return Object.fromEntries(PATHS.map((entry) => [entry.path, { get: get(entry) }]));
}
