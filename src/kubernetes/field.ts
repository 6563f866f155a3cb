/**
 * A total reader of Kubernetes objects: a field is a value, where it stands, and what to say when it is not of the
 * type the API wants. Reading never throws. A mistyped field is a finding at its line, and since the API server would
 * refuse such an object, the object it belongs to is marked refused.
 *
 * Absent and null are the same to the API (its decoder leaves the zero value), so both read as undefined.
 */

import { type Document, isObject, type JsonObject, type JsonValue, pointerTo } from '../ingest/document.ts';
import type { Finding, Resource } from '../ingest/finding.ts';

/** One object being read: what is found wrong with it collects here. */
export class ObjectScope {
  readonly document: Document;
  readonly root: Field;
  readonly findings: Finding[] = [];
  resource: Resource | undefined;
  #said: Set<string> | undefined;

  constructor(document: Document) {
    this.document = document;
    this.root = new Field(this, document.value);
  }

  /** Whether the API server would refuse the object. */
  get refused(): boolean {
    return this.findings.length > 0 && this.findings.some((f) => f.refused);
  }

  /** Says that the API server would refuse the object, and why. */
  refuse(rule: string, pointer: string, message: string): void {
    this.report({ rule, severity: 'error', refused: true, message, pointer });
  }

  /** Says one thing about one place once, however often the field is read. */
  report(f: Omit<Finding, 'place' | 'resource'> & { readonly pointer: string }): void {
    const { pointer, ...finding } = f;
    const key = `${f.rule} ${pointer} ${f.message}`;
    this.#said ??= new Set();
    if (this.#said.has(key)) return;
    this.#said.add(key);
    const place = { document: this.document, pointer };
    this.findings.push({ ...finding, place, ...(this.resource ? { resource: this.resource } : {}) });
  }
}

/** Of every list that is absent or empty. */
const NO_FIELDS: readonly Field[] = [];

export class Field {
  readonly scope: ObjectScope;
  readonly value: JsonValue | undefined;
  readonly parent: Field | undefined;
  readonly key: string | number;

  constructor(scope: ObjectScope, value: JsonValue | undefined, parent?: Field, key: string | number = '') {
    this.scope = scope;
    this.value = value;
    this.parent = parent;
    this.key = key;
  }

  /** Made when asked for: of nearly every field nothing is ever said. */
  get pointer(): string {
    const steps: string[] = [];
    for (let field: Field = this; field.parent; field = field.parent) steps.push(pointerTo('', field.key));
    return steps.reverse().join('');
  }

  get absent(): boolean {
    return this.value === undefined || this.value === null;
  }

  /** The field `key` of this object; absent where this is absent. */
  at(key: string): Field {
    return new Field(this.scope, ownValue(this, key), this, key);
  }

  /** What `at(key).string()` reads, without a field that nothing is said of. */
  stringAt(key: string): string | undefined {
    const value = ownValue(this, key);
    return value === undefined || typeof value === 'string' ? value : this.at(key).string();
  }

  /** What `at(key).integer()` reads. */
  integerAt(key: string): number | undefined {
    const value = ownValue(this, key);
    if (value === undefined) return undefined;
    return typeof value === 'number' && Number.isInteger(value) ? value : this.at(key).integer();
  }

  /** What `at(key).items()` reads. */
  itemsAt(key: string): readonly Field[] {
    const value = ownValue(this, key);
    return value === undefined ? NO_FIELDS : this.at(key).items();
  }

  object(): JsonObject | undefined {
    const { value } = this;
    if (value === undefined || value === null) return undefined;
    return isObject(value) ? value : mistyped(this, 'an object');
  }

  /** The items of this list; none where it is absent. */
  items(): readonly Field[] {
    const { scope, value } = this;
    if (value === undefined || value === null) return NO_FIELDS;
    if (!Array.isArray(value)) return mistyped(this, 'a list') ?? NO_FIELDS;
    return value.map((item: JsonValue, i) => new Field(scope, item, this, i));
  }

  string(): string | undefined {
    const { value } = this;
    if (value === undefined || value === null) return undefined;
    return typeof value === 'string' ? value : mistyped(this, 'a string');
  }

  boolean(): boolean | undefined {
    const { value } = this;
    if (value === undefined || value === null) return undefined;
    return typeof value === 'boolean' ? value : mistyped(this, 'true or false');
  }

  integer(): number | undefined {
    const { value } = this;
    if (value === undefined || value === null) return undefined;
    return typeof value === 'number' && Number.isInteger(value) ? value : mistyped(this, 'a whole number');
  }

  /** A label's value; a YAML 1.1 boolean or a number in its place is what users trip over. Null is the empty string. */
  text(): string | undefined {
    if (typeof this.value === 'string') return this.value;
    if (this.absent) return '';
    refuseScalar(this);
    return undefined;
  }

  /** The fields of this object as strings, in file order. */
  strings(): Map<string, string> {
    const out = new Map<string, string>();
    const object = this.object();
    if (!object) return out;
    for (const key of Object.keys(object)) {
      const value = object[key];
      const text = typeof value === 'string' ? value : this.at(key).text();
      if (text !== undefined) out.set(key, text);
    }
    return out;
  }

  /**
   * Refuses fields the API does not know. The API server does so too under strict validation, kubectl's default; a
   * `podselector` that was dropped in silence would select every pod.
   */
  knows(...keys: readonly string[]): void {
    const object = this.object();
    if (!object) return;
    for (const key of Object.keys(object)) {
      if (keys.includes(key)) continue;
      const meant = keys.find((k) => k.toLowerCase() === key.toLowerCase());
      const hint = meant ? `did you mean ${meant}?` : `it may have ${keys.join(', ')}`;
      this.at(key).refuse('SCH002', `unknown field ${key}; ${hint}`);
    }
  }

  refuse(rule: string, message: string): void {
    this.scope.refuse(rule, this.pointer, message);
  }
}

// Functions, for private methods would leave a mark on every field.

/** The value at a key of the object that a field is. */
function ownValue(field: Field, key: string): JsonValue | undefined {
  const object = field.object();
  if (!object) return undefined;
  const value = object[key];
  return value === undefined || Object.hasOwn(object, key) ? value : undefined;
}

/** Says that the value is there and not what it should be. */
function mistyped(field: Field, name: string): undefined {
  field.refuse('SCH003', `${labelOf(field)} must be ${name}, not ${kindOf(field.value)}`);
  return undefined;
}

function refuseScalar(field: Field): void {
  const { value } = field;
  const rule = typeof value === 'boolean' ? 'YML003' : typeof value === 'number' ? 'YML005' : 'SCH003';
  const hint =
    rule === 'YML003'
      ? ': YAML reads a plain yes, no, on, off, y, n, true or false as a boolean; put it in quotes'
      : rule === 'YML005'
        ? ': put it in quotes'
        : '';
  field.refuse(rule, `${labelOf(field)} must be a string, not ${kindOf(value)}${hint}`);
}

function labelOf({ pointer }: Field): string {
  return pointer === '' ? 'the document' : pointer.slice(1).replaceAll('/', '.').replaceAll('~1', '/');
}

function kindOf(value: JsonValue | undefined): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : typeof value === 'string' ? 'a string' : `a ${typeof value}`;
}
