/** What an operation takes beside its body, in OpenAPI's words: its options, and the form of the answer. */

import type { Operation } from '../../operations/operation.ts';
import { formsWith } from '../../render/formats.ts';
import type { JsonSchema } from './schemas.ts';

/** The forms an operation's answer can take; its two methods share it. */
export function formatParameter(operation: Operation): JsonSchema {
  return {
    name: 'format',
    in: 'query',
    description: 'The form of the answer; wins over `Accept`.',
    schema: { type: 'string', enum: formsWith(operation.views).map((format) => format.name) },
  };
}

/** The gates of an operation, for those that have some. */
export function gateParameter({ gates }: Operation): JsonSchema {
  return {
    name: 'gate',
    in: 'query',
    description:
      'Conditions that make the status 422, so that `curl --fail-with-body` fails; a comma list. Where not everything could be read, the gate trips as `incomplete`.',
    style: 'form',
    explode: false,
    schema: { type: 'array', items: { type: 'string', enum: gates }, minItems: 1 },
  };
}

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

/** `options` is the component that holds the operation's options; `name` is the operation's in component names. */
export function parameters(operation: Operation, options: JsonSchema, name: string): JsonSchema[] {
  const properties = (options['properties'] ?? {}) as Record<string, JsonSchema>;
  const own = Object.entries(properties).map(([option, schema]) => parameter(option, schema));
  const shared = operation.gates.length > 0 ? ['Format', 'Gate'] : ['Format'];
  const references = [...shared.map((part) => `${name}${part}`), 'IfNoneMatch', 'Prefer'];
  return [...references.map((part) => ({ $ref: `#/components/parameters/${part}` })), ...own];
}
