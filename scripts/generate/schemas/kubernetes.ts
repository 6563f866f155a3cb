/** The table of the built-in kinds: the newest version whole, older ones by what differs. */

import { lineOf } from './compact.ts';
import { isObject, type JsonObject, objectAt, textsAt } from './json.ts';
import { OPTIONAL, RANGES, WORDS } from './kubernetes-facts.ts';
import { Lines } from './lines.ts';

export interface Release {
  /** Such as `1.35`. */
  readonly version: string;
  readonly facts: JsonObject;
}

export interface KubernetesTable {
  readonly kinds: Readonly<Record<string, string>>;
  readonly lines: readonly string[];
  /** By older version: kinds that differ (the empty reference: not served) and lines that differ, by number. */
  readonly older: Readonly<
    Record<string, { readonly kinds: Record<string, string>; readonly lines: Record<string, string> }>
  >;
}

/** Types that are more than their schema says. */
const LETTERS: Readonly<Record<string, string>> = {
  JSON: '*',
  JSONSchemaPropsOrArray: '*',
  JSONSchemaPropsOrBool: '*',
  JSONSchemaPropsOrStringArray: '*',
  Quantity: 'q',
  IntOrString: 'x',
  Time: 't',
  MicroTime: 't',
};

/** `core.v1.Container` of `io.k8s.api.core.v1.Container`. */
function shortName(name: string): string {
  const parts = name.split('.');
  return parts.slice(-3).join('.');
}

function letter(name: string, schema: JsonObject): string | undefined {
  const known = LETTERS[name.split('.').at(-1) ?? ''];
  if (known !== undefined && !('properties' in schema)) return known;
  return schema['type'] === 'object' && !('properties' in schema) ? 'o' : undefined;
}

/** A field with the words and the range that its type's validation wants. */
function withFacts(key: string, field: JsonObject): JsonObject {
  const words = WORDS[key];
  if (words !== undefined) return { ...field, enum: ['', ...words.split(' ')] };
  const range = RANGES[key];
  if (range) return { ...field, minimum: range[0], ...(range[1] === undefined ? {} : { maximum: range[1] }) };
  const items = WORDS[`${key}[]`];
  if (items !== undefined && isObject(field['items'])) {
    return { ...field, items: { ...field['items'], enum: items.split(' ') } };
  }
  return field;
}

class Types {
  readonly #types: JsonObject;
  readonly #needy = new Map<string, boolean>();

  constructor(facts: JsonObject) {
    this.#types = objectAt(facts, 'types');
  }

  get(name: string): JsonObject | undefined {
    const type = this.#types[name];
    if (!isObject(type)) return undefined;
    const short = shortName(name);
    const properties = Object.entries(objectAt(type, 'properties')).map(([field, schema]): [string, JsonObject] => [
      field,
      withFacts(`${short}.${field}`, isObject(schema) ? schema : {}),
    ]);
    const required = this.#required(name, type);
    const { required: _, type: __, ...others } = type;
    return { ...others, properties: Object.fromEntries(properties), ...(required.length > 0 ? { required } : {}) };
  }

  /** Fields that must be there: an object that is never absent to Kubernetes is so where it needs a field itself. */
  #required(name: string, type: JsonObject): string[] {
    const short = shortName(name);
    const listed = textsAt(type, 'required').filter((field) => !OPTIONAL.includes(`${short}.${field}`));
    const implied = Object.entries(objectAt(type, 'properties')).flatMap(([field, schema]) => {
      const reference = isObject(schema) && isObject(schema['default']) ? schema['$ref'] : undefined;
      const isNeeded = typeof reference === 'string' && field !== 'status' && field !== 'metadata';
      return isNeeded && this.#isNeedy(reference.replace('#/types/', '')) ? [field] : [];
    });
    return [...new Set([...listed, ...implied])].sort();
  }

  #isNeedy(name: string): boolean {
    const known = this.#needy.get(name);
    if (known !== undefined) return known;
    this.#needy.set(name, false);
    const type = this.#types[name];
    const needy = isObject(type) && this.#required(name, type).length > 0;
    this.#needy.set(name, needy);
    return needy;
  }
}

export function kubernetesTable(newest: Release, older: readonly Release[]): KubernetesTable {
  const releases = [newest, ...older];
  const letters = new Map<string, string>();
  const names: string[] = [];
  for (const { facts } of releases) {
    for (const [name, type] of Object.entries(objectAt(facts, 'types'))) {
      if (letters.has(name) || names.includes(name) || !isObject(type)) continue;
      const short = letter(name, type);
      if (short === undefined) names.push(name);
      else letters.set(name, short);
    }
  }
  const named = new Map([...letters, ...names.map((name, i): [string, string] => [name, String(i)])]);
  const lines = new Lines(false, named, names.length);
  const written = releases.map(({ facts }) => {
    const types = new Types(facts);
    return names.map((name) => {
      const type = types.get(name);
      return type && JSON.stringify(lineOf(type, lines.reference, false));
    });
  });
  const base = names.map((_, i) => written.map((own) => own[i]).find((line) => line !== undefined) ?? '{}');
  const kinds = kindsOf(newest, named);
  const differing = older.map((release, i) => [
    release.version,
    {
      kinds: differences(kinds, kindsOf(release, named)),
      lines: Object.fromEntries(
        names.flatMap((_, n) => {
          const line = written[i + 1]?.[n];
          return line === undefined || line === base[n] ? [] : [[String(n), line]];
        }),
      ),
    },
  ]);
  return { kinds, lines: [...base, ...lines.lines], older: Object.fromEntries(differing) };
}

function kindsOf({ facts }: Release, named: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(objectAt(facts, 'kinds')).map(([kind, reference]) => [
      kind,
      named.get(String(reference).replace('#/types/', '')) ?? '*',
    ]),
  );
}

function differences(base: Record<string, string>, own: Record<string, string>): Record<string, string> {
  const gone = Object.keys(base).filter((kind) => !(kind in own));
  const more = Object.entries(own).filter(([kind, reference]) => base[kind] !== reference);
  return Object.fromEntries([...gone.map((kind) => [kind, '']), ...more]);
}
