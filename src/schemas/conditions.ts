/**
 * What a schema says about values beside their structure (JSON Schema validation as CustomResourceDefinitions allow it,
 * https://json-schema.org/draft/2020-12/json-schema-validation): limits, words, patterns and combinations of these.
 */

import { isObject, type JsonObject, type JsonValue, own } from '../ingest/document.ts';
import { canonicalJson } from '../util/canonical-json.ts';
import { Pattern } from '../util/pattern/pattern.ts';
import type { Effort } from './effort.ts';
import { isFormat } from './scalars.ts';

export interface Conditions {
  /** A pattern that is not read here, and so says nothing. */
  readonly unread: string | undefined;
  /** Says what is wrong with a value, in words that follow the name of its field; undefined where nothing is. */
  fault(value: JsonValue, effort: Effort): string | undefined;
}

const KEYWORDS: readonly string[] = [
  ...['enum', 'pattern', 'format', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  ...['minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties', 'maxProperties'],
  ...['oneOf', 'anyOf', 'allOf', 'not'],
];

export function conditionsOf(schema: JsonObject): Conditions | undefined {
  return KEYWORDS.some((keyword) => Object.hasOwn(schema, keyword)) ? new Condition(schema) : undefined;
}

class Condition implements Conditions {
  readonly unread: string | undefined;
  readonly #schema: JsonObject;
  readonly #words: ReadonlySet<JsonValue> | undefined;
  readonly #pattern: Pattern | undefined;
  /** Of `oneOf`, `anyOf` and `allOf`, and one of `not`. */
  readonly #branches: ReadonlyMap<string, readonly Branch[]>;

  constructor(schema: JsonObject) {
    this.#schema = schema;
    const words = own(schema, 'enum');
    this.#words = Array.isArray(words) ? new Set(words.map(wordOf)) : undefined;
    const pattern = own(schema, 'pattern');
    this.#pattern = typeof pattern === 'string' ? Pattern.of(pattern) : undefined;
    this.unread = this.#pattern?.isKnown === false ? this.#pattern.source : undefined;
    const isMixed = own(schema, 'x-kubernetes-int-or-string') === true;
    this.#branches = new Map(
      ['oneOf', 'anyOf', 'allOf', 'not'].flatMap((keyword): [string, readonly Branch[]][] => {
        const value = own(schema, keyword);
        // The types of an int-or-string are told apart by its own keyword.
        if (value === undefined || (isMixed && keyword === 'anyOf')) return [];
        return [[keyword, branchesOf(value)]];
      }),
    );
  }

  fault(value: JsonValue, effort: Effort): string | undefined {
    effort.spend(1);
    return this.#scalarFault(value, effort) ?? this.#sizeFault(value) ?? this.#branchFault(value, effort);
  }

  #scalarFault(value: JsonValue, effort: Effort): string | undefined {
    if (this.#words && !this.#words.has(wordOf(value))) return `must be ${listed(own(this.#schema, 'enum'))}`;
    if (typeof value === 'number') return this.#numberFault(value);
    if (typeof value !== 'string') return undefined;
    const length = codePoints(value);
    const [min, max] = [this.#number('minLength'), this.#number('maxLength')];
    if (min !== undefined && length < min) return min === 1 ? 'must not be empty' : `needs at least ${min} characters`;
    if (max !== undefined && length > max) return `must have at most ${max} characters`;
    if (this.#pattern && this.#pattern.matches(value, effort) === false) {
      return `must match the pattern ${this.#pattern.source}`;
    }
    const format = own(this.#schema, 'format');
    return typeof format === 'string' && !isFormat(format, value) ? `must be of the format ${format}` : undefined;
  }

  #numberFault(value: number): string | undefined {
    const [least, greatest] = [this.#number('minimum'), this.#number('maximum')];
    const open = (keyword: string) => own(this.#schema, keyword) === true;
    if (least !== undefined && greatest !== undefined && (value < least || value > greatest)) {
      return `must be from ${least} to ${greatest}`;
    }
    if (least !== undefined && (value < least || (value === least && open('exclusiveMinimum')))) {
      return open('exclusiveMinimum') ? `must be greater than ${least}` : `must be at least ${least}`;
    }
    if (greatest !== undefined && (value > greatest || (value === greatest && open('exclusiveMaximum')))) {
      return open('exclusiveMaximum') ? `must be less than ${greatest}` : `must be at most ${greatest}`;
    }
    const step = this.#number('multipleOf');
    return step !== undefined && step > 0 && value % step !== 0 ? `must be a multiple of ${step}` : undefined;
  }

  #sizeFault(value: JsonValue): string | undefined {
    if (Array.isArray(value)) return this.#countFault(value.length, 'Items', 'item');
    return isObject(value) ? this.#countFault(Object.keys(value).length, 'Properties', 'field') : undefined;
  }

  #countFault(count: number, what: 'Items' | 'Properties', noun: string): string | undefined {
    const [min, max] = [this.#number(`min${what}`), this.#number(`max${what}`)];
    const nouns = (n: number) => `${n} ${noun}${n === 1 ? '' : 's'}`;
    if (min !== undefined && min === max && count !== min) return `must have exactly ${nouns(min)}`;
    if (min !== undefined && count < min) return `must have at least ${nouns(min)}`;
    return max !== undefined && count > max ? `must have at most ${nouns(max)}` : undefined;
  }

  #branchFault(value: JsonValue, effort: Effort): string | undefined {
    for (const [keyword, branches] of this.#branches) {
      let fitting = 0;
      for (const branch of branches) if (branch.fits(value, effort)) fitting += 1;
      const holds =
        keyword === 'oneOf'
          ? fitting === 1
          : keyword === 'anyOf'
            ? fitting > 0
            : keyword === 'not'
              ? fitting === 0
              : fitting === branches.length;
      if (!holds) return branchMessage(keyword, branches, fitting);
    }
    return undefined;
  }

  #number(keyword: string): number | undefined {
    const value = own(this.#schema, keyword);
    return typeof value === 'number' ? value : undefined;
  }
}

/** A schema inside `oneOf` and the like: it says something about values, and adds no structure. */
class Branch {
  readonly names: readonly string[];
  readonly #type: JsonValue | undefined;
  readonly #condition: Condition;
  readonly #fields: readonly (readonly [string, Branch])[];
  readonly #items: Branch | undefined;

  constructor(schema: JsonObject) {
    const required = own(schema, 'required');
    const properties = own(schema, 'properties');
    const items = own(schema, 'items');
    this.names = Array.isArray(required) ? required.filter((name: JsonValue) => typeof name === 'string') : [];
    this.#type = own(schema, 'type');
    this.#condition = new Condition(schema);
    this.#fields = isObject(properties)
      ? Object.entries(properties).map(([name, field]) => [name, new Branch(isObject(field) ? field : {})])
      : [];
    this.#items = isObject(items) ? new Branch(items) : undefined;
  }

  fits(value: JsonValue, effort: Effort): boolean {
    if (this.#condition.fault(value, effort) !== undefined || !isOfType(value, this.#type)) return false;
    if (Array.isArray(value)) {
      return value.every((item: JsonValue) => this.#items?.fits(item, effort) ?? true);
    }
    if (!isObject(value)) return true;
    effort.spend(this.names.length + this.#fields.length);
    if (!this.names.every((name) => Object.hasOwn(value, name))) return false;
    return this.#fields.every(([name, branch]) => {
      const field = own(value, name);
      return field === undefined || branch.fits(field, effort);
    });
  }
}

function branchesOf(value: JsonValue): Branch[] {
  const schemas = Array.isArray(value) ? value : [value];
  return schemas.map((schema: JsonValue) => new Branch(isObject(schema) ? schema : {}));
}

function isOfType(value: JsonValue, type: JsonValue | undefined): boolean {
  switch (type) {
    case 'object':
      return isObject(value);
    case 'array':
      return Array.isArray(value);
    case 'string':
      return typeof value === 'string';
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
      return Number.isInteger(value);
    case 'number':
      return typeof value === 'number';
    default:
      return true;
  }
}

/** What two equal values have in common. */
function wordOf(value: JsonValue): JsonValue {
  return typeof value === 'object' && value !== null ? canonicalJson(value) : value;
}

/** Most often the branches name fields of which one must, or may, be there. */
function branchMessage(keyword: string, branches: readonly Branch[], fitting: number): string {
  const names = [...new Set(branches.flatMap((branch) => branch.names))];
  if (keyword !== 'not' && keyword !== 'allOf' && names.length > 0) {
    const which = joined(names);
    if (fitting > 1) return `takes only one of ${which}`;
    return branches.some((branch) => branch.names.length === 0) ? `takes at most one of ${which}` : `needs ${which}`;
  }
  if (keyword === 'not') return names.length > 0 ? `must not have ${joined(names)}` : 'has a value that is ruled out';
  return 'has none of the forms that are allowed here';
}

function listed(words: JsonValue | undefined): string {
  const shown = Array.isArray(words) ? words.filter((word: JsonValue) => word !== '') : [];
  const [most, more] = [shown.slice(0, MOST_WORDS).map(String), shown.length - MOST_WORDS];
  return more > 0 ? `${most.join(', ')} or one of ${more} more` : joined(most);
}

/** Of a longer list of words, so many are shown. */
const MOST_WORDS = 20;

function joined(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? 'nothing') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** JSON Schema counts characters, not UTF-16 code units. */
function codePoints(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0xdc00 || code > 0xdfff) count += 1;
  }
  return count;
}
