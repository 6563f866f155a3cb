/**
 * The door to the JSON Schema interpreter (draft 2020-12, https://json-schema.org/draft/2020-12), which needs no
 * `eval`. It lists every branch that did not fit; here the one that comes closest is told, as a person would: the
 * deepest, and of those at one place the most particular.
 */

import { dereference, type OutputUnit, type Schema, validate } from '@cfworker/json-schema';
import { isObject, type JsonObject, type JsonValue } from '../ingest/document.ts';
import { nearest } from '../util/edit-distance.ts';

export interface Violation {
  /** Keys and indices from the root of what was checked. */
  readonly keys: readonly string[];
  readonly kind: 'unknown-key' | 'missing-key' | 'type' | 'value';
  /** What is wanted, and what to do. It shows keys, never values. */
  readonly message: string;
}

/** From what says most to what says least, of violations at one place. */
const PARTICULAR: readonly string[] = ['false', 'required', 'enum', 'minimum', 'maximum', 'pattern', 'type'];

interface Leaf {
  readonly unit: OutputUnit;
  readonly keys: readonly string[];
  /** The keyword whose schema is `false`, where it is that. */
  readonly before: OutputUnit | undefined;
}

export class JsonSchema {
  readonly #root: JsonObject;
  readonly #lookup: Record<string, Schema | boolean>;

  constructor(root: JsonObject) {
    this.#root = root;
    this.#lookup = dereference(root as Schema);
  }

  /** The violation that tells most about `value`; undefined where the schema takes it. `at` is a JSON pointer into the schema. */
  violation(value: JsonValue, at = ''): Violation | undefined {
    const schema = this.#at(at);
    if (!isObject(schema)) return undefined;
    const { errors } = validate(value, schema as Schema, '2020-12', this.#lookup, true, null, '#', `#${at}`);
    const leaves = errors.flatMap((unit, index): Leaf[] => {
      if (!PARTICULAR.includes(unit.keyword)) return [];
      return [{ unit, keys: keysOf(unit.instanceLocation), before: errors[index - 1] }];
    });
    const deepest = Math.max(...leaves.map(({ keys }) => keys.length));
    const candidates = leaves.filter(({ keys }) => keys.length === deepest);
    const best = candidates.toSorted((a, b) => rank(a) - rank(b))[0];
    return best && this.#describe(best, candidates);
  }

  #describe(leaf: Leaf, candidates: readonly Leaf[]): Violation {
    const { unit, keys } = leaf;
    const own = this.#at(unit.keywordLocation.slice(1));
    switch (unit.keyword) {
      case 'false':
        return { keys, kind: 'unknown-key', message: this.#unknownKey(leaf) };
      case 'required':
        return { keys, kind: 'missing-key', message: `${quotedIn(unit.error)} is missing here.` };
      case 'enum':
        return { keys, kind: 'value', message: `The value must be one of ${listed(own)}.` };
      case 'minimum':
        return { keys, kind: 'value', message: `The value must be at least ${String(own)}.` };
      case 'maximum':
        return { keys, kind: 'value', message: `The value must be at most ${String(own)}.` };
      case 'pattern':
        return { keys, kind: 'value', message: `The value must match the pattern ${String(own)}.` };
      default: {
        const wanted = candidates.flatMap((other) =>
          other.unit.keyword === 'type' ? typesOf(this.#at(other.unit.keywordLocation.slice(1))) : [],
        );
        return { keys, kind: 'type', message: `The value must be ${joined([...new Set(wanted)].sort())}.` };
      }
    }
  }

  #unknownKey({ keys, before }: Leaf): string {
    const key = keys.at(-1) ?? '';
    const place = before?.keywordLocation.slice(1).split('/').slice(0, -1).join('/') ?? '';
    const schema = this.#at(place);
    const known = isObject(schema) && isObject(schema['properties']) ? Object.keys(schema['properties']) : [];
    if (known.length === 0) {
      return `The name "${key}" may have only letters, digits, ".", "_" and "-".`;
    }
    const near = nearest(key, known);
    const hint = near === undefined ? 'Remove it, or begin its name with x-.' : `Did you mean ${near}?`;
    return `There is no attribute "${key}" here. ${hint}`;
  }

  /** What a keyword location leads to, through references. */
  #at(location: string): JsonValue | undefined {
    let place: JsonValue | undefined = this.#root;
    for (const key of keysOf(`#${location}`)) {
      const child: JsonValue | undefined = isObject(place)
        ? place[key]
        : Array.isArray(place)
          ? place[Number(key)]
          : undefined;
      place = key === '$ref' && typeof child === 'string' ? this.#at(child.slice(1)) : child;
    }
    return place;
  }
}

function rank({ unit }: Leaf): number {
  return PARTICULAR.indexOf(unit.keyword);
}

/** The interpreter writes pointers as URI fragments (RFC 6901 §6). */
function keysOf(pointer: string): string[] {
  const parts = pointer.split('/').slice(1);
  return parts.map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'));
}

const NOUNS: ReadonlyMap<string, string> = new Map([
  ['object', 'a mapping'],
  ['array', 'a list'],
  ['string', 'text'],
  ['number', 'a number'],
  ['integer', 'a whole number'],
  ['boolean', 'true or false'],
  ['null', 'empty'],
]);

function typesOf(types: JsonValue | undefined): string[] {
  const names = Array.isArray(types) ? types : [types];
  return names.flatMap((name) => (typeof name === 'string' ? (NOUNS.get(name) ?? []) : []));
}

function listed(values: JsonValue | undefined): string {
  return joined(Array.isArray(values) ? values.map(String) : []);
}

function joined(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** The name that the interpreter puts in quotes; it comes from the schema. */
function quotedIn(message: string): string {
  return /"([^"]*)"/.exec(message)?.[1] ?? 'A required attribute';
}
