/**
 * Writes `src/schemas/compose-spec.data.ts` from a copy of the Compose specification's JSON schema, which is in no
 * repository of ours: `node scripts/generate/compose-schema.ts compose-spec.json`, then `npx biome check --write` on
 * the file. Run it by hand when the specification moves on; the source is `schema/compose-spec.json` of
 * https://github.com/compose-spec/compose-spec (Apache-2.0).
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isObject, type Json, type JsonObject } from './schemas/json.ts';
import { packed } from './schemas/packed.ts';

/** Keywords that hold schemas by names of the user's choice. */
const MAPS: readonly string[] = ['properties', 'patternProperties', '$defs'];
/**
 * Keywords that say nothing here: prose, and `format`, which the reference loader's interpreter does not assert.
 * `uniqueItems` is asserted apart, for an interpreter compares every pair of items.
 */
const DROPPED: readonly string[] = [
  '$schema',
  '$id',
  'description',
  'title',
  'deprecated',
  'default',
  'format',
  'uniqueItems',
];

function compact(schema: Json, isMap = false): Json {
  if (Array.isArray(schema)) return schema.map((item) => compact(item));
  if (!isObject(schema)) return schema;
  const kept = Object.entries(schema).filter(([key]) => isMap || !DROPPED.includes(key));
  return Object.fromEntries(kept.map(([key, value]) => [key, compact(value, !isMap && MAPS.includes(key))]));
}

/** The dotted paths of lists whose items must differ, `*` for any key and `[]` for any item. */
function uniqueLists(root: JsonObject): string[] {
  const found = new Set<string>();
  const walk = (schema: Json | undefined, path: readonly string[]): void => {
    if (Array.isArray(schema)) for (const branch of schema) walk(branch, path);
    if (!isObject(schema)) return;
    if (schema['uniqueItems'] === true) found.add(path.join('.'));
    const reference = schema['$ref'];
    if (typeof reference === 'string') walk(definition(root, reference), path);
    walk(schema['oneOf'], path);
    walk(schema['items'], [...path, '[]']);
    walk(schema['additionalProperties'], [...path, '*']);
    for (const [key, child] of entries(schema['properties'])) walk(child, [...path, key]);
    for (const [, child] of entries(schema['patternProperties'])) walk(child, [...path, '*']);
  };
  walk(root, []);
  return [...found].sort();
}

function entries(map: Json | undefined): [string, Json][] {
  return isObject(map) ? Object.entries(map) : [];
}

function definition(root: JsonObject, reference: string): Json | undefined {
  const definitions = root['$defs'];
  return isObject(definitions) ? definitions[reference.replace('#/$defs/', '')] : undefined;
}

function moduleText(root: JsonObject): string {
  return `/**
 * The JSON schema of the Compose specification without its prose: facts from
 * https://github.com/compose-spec/compose-spec, schema/compose-spec.json (Apache-2.0, the copy of compose-go v2.14).
 * Written by \`scripts/generate/compose-schema.ts\`; do not edit.
 */

/** Lists whose items must all differ, by dotted path: \`*\` is any key, \`[]\` any item. */
export const UNIQUE_LISTS: readonly string[] = ${JSON.stringify(uniqueLists(root), undefined, 2)};

/** JSON, as \`unpack\` reads it. */
export const COMPOSE_SCHEMA = \`${packed(JSON.stringify(compact(root)))}\`;
`;
}

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error('Name the file of the schema.');
const target = fileURLToPath(new URL('../../src/schemas/compose-spec.data.ts', import.meta.url));
writeFileSync(target, moduleText(JSON.parse(readFileSync(path, 'utf8'))));
