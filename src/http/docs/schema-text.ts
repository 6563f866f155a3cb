/** What a JSON Schema takes, in a few words: `integer from 1 to 65535, or string`. */

import { isRecord, type JsonRecord, nameOf } from './records.ts';

function bounds({ minimum, maximum }: JsonRecord): string {
  const from = minimum === undefined ? '' : ` from ${minimum}`;
  return maximum === undefined ? from : `${from} to ${maximum}`;
}

function list(values: unknown): string[] {
  return Array.isArray(values)
    ? values.map((value) => (isRecord(value) ? schemaText(value) : JSON.stringify(value)))
    : [];
}

export function schemaText(schema: JsonRecord): string {
  const { $ref, type, items, enum: words, const: only } = schema;
  if (typeof $ref === 'string') return nameOf($ref);
  if (only !== undefined) return JSON.stringify(only);
  if (Array.isArray(words)) return list(words).join(' | ');
  const alternatives = [...list(schema['anyOf']), ...list(schema['oneOf'])];
  if (alternatives.length > 0) return alternatives.join(', or ');
  if (type === 'array') return `list of ${isRecord(items) ? schemaText(items) : 'anything'}`;
  return typeof type === 'string' ? `${type}${bounds(schema)}` : 'anything';
}
