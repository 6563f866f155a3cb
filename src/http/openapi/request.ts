/** What an operation takes, in OpenAPI's words: its options as query parameters, and every form of a body. */

import type { Operation } from '../../operations/operation.ts';
import { FORMATS } from '../../render/formats.ts';
import { type Components, type JsonSchema, reference } from './schemas.ts';

/** The schema of `files`, shared by all envelopes. */
export const FILE: JsonSchema = {
  type: 'object',
  description: 'One file of a bundle.',
  properties: {
    path: { type: 'string', description: 'Its name in findings and reasons; never opened on any disk.' },
    content: { type: 'string', description: 'Its text.' },
  },
  required: ['path', 'content'],
  additionalProperties: false,
};

/** Its fields are the affair of Kubernetes. */
export const KUBERNETES_OBJECT: JsonSchema = {
  type: 'object',
  description: 'One Kubernetes object, or a `List` of them.',
  properties: { apiVersion: { type: 'string' }, kind: { type: 'string' } },
  required: ['apiVersion', 'kind'],
};

/** The forms an answer can take; repeated for every operation, so written once. */
export const FORMAT_PARAMETER: JsonSchema = {
  name: 'format',
  in: 'query',
  description: 'The form of the answer; wins over `Accept`.',
  schema: { type: 'string', enum: FORMATS.map((format) => format.name) },
};

const isPlain = (schema: JsonSchema): boolean =>
  !JSON.stringify(schema).includes('"$ref"') && schema['type'] !== 'object';
const listsObjects = (schema: JsonSchema): boolean =>
  schema['type'] === 'array' && (schema['items'] as JsonSchema | undefined)?.['type'] === 'object';

/** One option as a parameter; what a word cannot say is JSON in the query string (OpenAPI 3.1 §4.8.12.4). */
function parameter(name: string, schema: JsonSchema): JsonSchema {
  const { description, ...rest } = schema;
  const head = { name, in: 'query', ...(description === undefined ? {} : { description }) };
  if (isPlain(rest) && !listsObjects(rest)) return { ...head, schema: rest };
  return { ...head, content: { 'application/json': { schema: rest } } };
}

/** `options` is the component that holds the operation's options. */
export function parameters(options: JsonSchema): JsonSchema[] {
  const properties = (options['properties'] ?? {}) as Record<string, JsonSchema>;
  const own = Object.entries(properties).map(([name, schema]) => parameter(name, schema));
  return [{ $ref: '#/components/parameters/format' }, ...own];
}

function envelope(options: JsonSchema): JsonSchema {
  const { required } = options as { readonly required?: readonly string[] };
  return {
    type: 'object',
    description: 'Files and options in one object.',
    properties: {
      files: { type: 'array', items: reference('File'), minItems: 1 },
      ...((options['properties'] ?? {}) as object),
    },
    required: ['files', ...(required ?? [])],
    additionalProperties: false,
  };
}

function examples(operation: Operation): Record<string, JsonSchema> {
  return Object.fromEntries(
    operation.examples.map(({ summary, body }, index) => [`example${index + 1}`, { summary, value: body }]),
  );
}

/** The bodies an operation reads; `name` is the operation's in component names. */
export function requestBody(operation: Operation, name: string, components: Components): JsonSchema {
  const options = components.get(`${name}Options`) ?? {};
  const text = (description: string): JsonSchema => ({ schema: { type: 'string', description } });
  const files = operation.examples[0]?.body.files ?? [];
  const yaml = files.map((file) => file.content.trimEnd()).join('\n---\n');
  return {
    description: 'The bundle. `Content-Type` may be missing: then the bytes are looked at.',
    required: true,
    content: {
      'application/yaml': {
        ...text('Any number of YAML documents.'),
        ...(yaml === '' ? {} : { example: `${yaml}\n` }),
      },
      'application/json': {
        schema: {
          anyOf: [components.set(`${name}Envelope`, envelope(options)), reference('KubernetesObject')],
        },
        examples: examples(operation),
      },
      'application/x-ndjson': text('One Kubernetes object per line.'),
      'multipart/form-data': {
        schema: {
          type: 'object',
          description: 'Every file part is a file of the bundle.',
          properties: { options: reference(`${name}Options`) },
          additionalProperties: { type: 'string', description: 'A file.' },
        },
        encoding: { options: { contentType: 'application/json' } },
      },
    },
  };
}
