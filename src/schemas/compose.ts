/**
 * A Compose model against the schema of the specification (https://github.com/compose-spec/compose-spec). A sound model
 * costs one pass. In a faulty one every entry is looked at by itself, and what is faulty is taken away until nothing
 * is, so that all of it is told, and one fault does not hide the next.
 */

import { isObject, type JsonObject, type JsonValue } from '../ingest/document.ts';
import { COMPOSE_SCHEMA } from './compose-spec.data.ts';
import { JsonSchema, type Violation } from './json-schema.ts';
import { unpack } from './packed.ts';

/** Where the schema of an entry of each section is. */
const ENTRIES: ReadonlyMap<string, string> = new Map([
  ['services', '/$defs/service'],
  ['networks', '/$defs/network'],
  ['volumes', '/$defs/volume'],
  ['configs', '/$defs/config'],
  ['secrets', '/$defs/secret'],
  ['models', '/$defs/model'],
]);

/** Faults of one entry; more say nothing new, and each costs a pass over the entry. */
const MOST = 20;
/** Faults of a model. */
const MOST_OF_ALL = 200;

export interface Violations {
  readonly violations: readonly Violation[];
  /** Whether there may be more: the model is then not sound without them either. */
  readonly isCut: boolean;
}

export class ComposeSchema {
  readonly #schema = new JsonSchema(JSON.parse(unpack(COMPOSE_SCHEMA)));

  /** The violations of a model, which is changed on the way. */
  check(model: JsonObject): Violations {
    const schema = this.#schema;
    if (!schema.violation(model)) return { violations: [], isCut: false };
    const violations = drain((value) => schema.violation(value), shellOf(model));
    const refused = new Set(violations.map(({ keys }) => keys.join('/')));
    for (const [section, at] of ENTRIES) {
      for (const [name, entry] of membersOf(model[section])) {
        if (violations.length >= MOST_OF_ALL) return { violations, isCut: true };
        if (refused.has(section) || refused.has(`${section}/${name}`)) continue;
        for (const found of drain((value) => schema.violation(value, at), entry)) {
          violations.push({ ...found, keys: [section, name, ...found.keys] });
        }
      }
    }
    return { violations, isCut: false };
  }
}

/** The model with its sections' entries emptied: what is wrong with the sections themselves. */
function shellOf(model: JsonObject): JsonValue {
  const members = Object.entries(model).map(([section, value]): [string, JsonValue] => {
    if (!ENTRIES.has(section) || !isObject(value)) return [section, value];
    return [
      section,
      Object.fromEntries(membersOf(value).map(([name, entry]) => [name, isObject(entry) ? emptied(section) : entry])),
    ];
  });
  return Object.fromEntries(members);
}

/** Some entries need an attribute; what an entry lacks is told where the entry is looked at. */
function emptied(section: string): JsonObject {
  return section === 'models' ? { model: '' } : {};
}

function membersOf(value: JsonValue | undefined): [string, JsonValue][] {
  return isObject(value) ? Object.entries(value) : [];
}

/** Takes the faults of a value away, one by one. */
function drain(check: (value: JsonValue) => Violation | undefined, value: JsonValue): Violation[] {
  const found: Violation[] = [];
  const gone = new Map<readonly JsonValue[], number[]>();
  while (found.length < MOST) {
    const violation = check(value);
    if (!violation) break;
    found.push({ ...violation, keys: originalKeys(value, violation.keys, gone) });
    if (!takeAway(value, violation.keys, gone)) break;
  }
  return found;
}

type Gone = Map<readonly JsonValue[], number[]>;

function takeAway(root: JsonValue, keys: readonly string[], gone: Gone): boolean {
  const last = keys.at(-1);
  const parent = keys.slice(0, -1).reduce<JsonValue | undefined>(childOf, root);
  if (last === undefined) return false;
  if (Array.isArray(parent)) {
    const removed = gone.get(parent) ?? [];
    gone.set(
      parent,
      [...removed, originalIndex(Number(last), removed)].sort((a, b) => a - b),
    );
    (parent as JsonValue[]).splice(Number(last), 1);
    return true;
  }
  return isObject(parent) && Reflect.deleteProperty(parent, last);
}

/** The keys as they were before items were taken away. */
function originalKeys(root: JsonValue, keys: readonly string[], gone: Gone): string[] {
  let place: JsonValue | undefined = root;
  return keys.map((key) => {
    const removed = Array.isArray(place) ? gone.get(place) : undefined;
    place = childOf(place, key);
    return removed ? String(originalIndex(Number(key), removed)) : key;
  });
}

function originalIndex(index: number, removed: readonly number[]): number {
  return removed.reduce((at, hole) => (hole <= at ? at + 1 : at), index);
}

function childOf(value: JsonValue | undefined, key: string): JsonValue | undefined {
  if (Array.isArray(value)) return value[Number(key)];
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
