/**
 * JSON schemas to the lines of a table, as `src/schemas/table.ts` reads them: a line is a schema whose own subschemas are
 * references. What is no more than a type has a letter and no line.
 */

import { isObject, type Json, type JsonObject } from './json.ts';

/** Gives the reference of a schema: a letter, a number, `[` and that of the items, or `{` and that of the values. */
export type Reference = (schema: JsonObject) => string;

/** Keywords that say nothing about one object, or that every schema has. */
const DROPPED: readonly string[] = ['x-kubernetes-map-type', 'description', '$schema'];

/** The letter of a type by name and format; undefined where it has none. */
function letterOf({ type, format }: JsonObject): string | undefined {
  if (type === 'string')
    return format === undefined ? 's' : format === 'date-time' ? 't' : format === 'byte' ? 'y' : undefined;
  if (type === 'boolean') return 'b';
  if (type === 'integer') return format === 'int32' ? 'i' : 'l';
  return type === 'number' ? 'n' : undefined;
}

/** The line of a schema. `custom`: of a custom resource, where defaults decide what a rule sees and lists have keys. */
export function lineOf(schema: JsonObject, reference: Reference, custom: boolean): JsonObject {
  const out: Record<string, Json> = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (DROPPED.includes(keyword)) continue;
    if (keyword === 'default' && !custom) continue;
    if (keyword.startsWith('x-kubernetes-list') && (!custom || schema['x-kubernetes-list-type'] === 'atomic')) continue;
    if ((keyword === 'anyOf' || keyword === 'format') && schema['x-kubernetes-int-or-string'] === true) continue;
    out[keyword] = convert(keyword, value, reference);
  }
  return out;
}

function convert(keyword: string, value: Json, reference: Reference): Json {
  if ((keyword === 'items' || keyword === 'additionalProperties') && isObject(value)) return reference(value);
  if (keyword === 'x-kubernetes-validations' && Array.isArray(value)) {
    return value.filter(isObject).map(({ rule = '', message = '' }) => ({ rule, message }));
  }
  if (keyword !== 'properties' || !isObject(value)) return value;
  const sorted = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([name, field]) => [name, reference(isObject(field) ? field : {})]));
}

/** The reference of a line that needs none. */
export function inlineOf(line: JsonObject): string | undefined {
  const keys = Object.keys(line).filter((keyword) => keyword !== 'type' && keyword !== 'format');
  if (line['x-kubernetes-int-or-string'] === true) return keys.length === 1 ? 'x' : undefined;
  if (keys.length === 0 && line['type'] !== 'object' && line['type'] !== 'array') return letterOf(line);
  if (keys.length !== 1) return undefined;
  const { items, additionalProperties } = line;
  if (typeof items === 'string') return `[${items}`;
  if (typeof additionalProperties === 'string') return `{${additionalProperties}`;
  return line['x-kubernetes-preserve-unknown-fields'] === true ? 'o' : undefined;
}
