/**
 * From the words of a query string or a command line to the values of options. What an option takes is read from its JSON Schema: the
 * same one that the OpenAPI document shows, so that both cannot differ.
 */

import * as z from 'zod';

/** The part of a JSON Schema that decides how a word is read. */
interface ValueSchema {
  readonly type?: unknown;
  readonly items?: ValueSchema;
  readonly additionalProperties?: unknown;
  readonly anyOf?: readonly ValueSchema[];
  readonly oneOf?: readonly ValueSchema[];
}

/** Options by name. */
export type OptionSchemas = ReadonlyMap<string, ValueSchema>;

const INTEGER = /^-?\d{1,15}$/;

export function optionSchemas(input: z.ZodObject): OptionSchemas {
  const { properties = {} } = z.toJSONSchema(input, { io: 'input' });
  return new Map(Object.entries(properties).map(([name, schema]) => [name, schema as ValueSchema]));
}

function alternativesOf(schema: ValueSchema): readonly ValueSchema[] {
  const inner = schema.anyOf ?? schema.oneOf;
  return inner === undefined ? [schema] : inner.flatMap(alternativesOf);
}

/** A reference to a named schema counts: only objects have names here. */
const isObject = ({ type }: ValueSchema): boolean => type === 'object' || type === undefined;

/** A list or an object in a query string is JSON; text that is not stays text, for the option's schema to refuse. */
function readJson(word: string): unknown {
  try {
    return JSON.parse(word);
  } catch {
    return word;
  }
}

function readWord(word: string, kinds: readonly ValueSchema[]): unknown {
  const types = kinds.map((kind) => kind.type);
  if (types.includes('boolean') && (word === 'true' || word === 'false')) return word === 'true';
  if ((types.includes('integer') || types.includes('number')) && INTEGER.test(word)) return Number(word);
  if (kinds.some(isObject) && word.startsWith('{')) return readJson(word);
  return word;
}

function readList(words: readonly string[], list: ValueSchema): unknown {
  const [only = ''] = words;
  if (words.length === 1 && only.startsWith('[')) return readJson(only);
  const kinds = alternativesOf(list.items ?? {});
  const parts = kinds.some(isObject) ? words : words.flatMap((word) => word.split(','));
  return parts.map((part) => readWord(part.trim(), kinds));
}

/** An object whose keys are the client's own. */
const isMap = ({ type, additionalProperties }: ValueSchema): boolean =>
  type === 'object' && typeof additionalProperties === 'object';

const PAIR = /^([^={[]+)=(.*)$/s;

/** A map may be written as `key=value`, once for each key. */
function readPairs(words: readonly string[]): unknown {
  const pairs = words.flatMap((word) => {
    const [, key, value] = PAIR.exec(word) ?? [];
    return key === undefined || value === undefined ? [] : [[key, value] as const];
  });
  return pairs.length === words.length ? Object.fromEntries(pairs) : undefined;
}

/**
 * The value of one option, given once or several times; a list may also be written with commas, a map as `key=value`
 * for each key.
 */
export function readOption(words: readonly string[], schema: ValueSchema): unknown {
  const kinds = alternativesOf(schema);
  const pairs = kinds.some(isMap) ? readPairs(words) : undefined;
  if (pairs !== undefined) return pairs;
  const list = kinds.find((kind) => kind.type === 'array');
  const [only = ''] = words;
  const several = words.length > 1 || only.includes(',') || only.startsWith('[');
  if (list !== undefined && (several || kinds.length === 1)) return readList(words, list);
  return words.length > 1 ? words.map((word) => readWord(word, kinds)) : readWord(only, kinds);
}
