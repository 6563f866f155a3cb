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
  readonly findings: Finding[] = [];
  resource: Resource | undefined;
  #said: Set<string> | undefined;

  constructor(document: Document) {
    this.document = document;
  }

  /** Whether the API server would refuse the object. */
  get refused(): boolean {
    return this.findings.some((f) => f.refused);
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

  get root(): Field {
    return new Field(this, this.document.value, '');
  }
}

export class Field {
  readonly scope: ObjectScope;
  readonly value: JsonValue | undefined;
  readonly pointer: string;

  constructor(scope: ObjectScope, value: JsonValue | undefined, pointer: string) {
    this.scope = scope;
    this.value = value;
    this.pointer = pointer;
  }

  get absent(): boolean {
    return this.value === undefined || this.value === null;
  }

  /** The field `key` of this object; absent where this is absent. */
  at(key: string): Field {
    const object = this.object();
    const value = object && Object.hasOwn(object, key) ? object[key] : undefined;
    return new Field(this.scope, value, pointerTo(this.pointer, key));
  }

  object(): JsonObject | undefined {
    return this.#typed(isObject, 'an object');
  }

  /** The items of this list; none where it is absent. */
  items(): Field[] {
    const list = this.#typed((v): v is readonly JsonValue[] => Array.isArray(v), 'a list') ?? [];
    return list.map((value, i) => new Field(this.scope, value, pointerTo(this.pointer, i)));
  }

  string(): string | undefined {
    return this.#typed((v) => typeof v === 'string', 'a string');
  }

  boolean(): boolean | undefined {
    return this.#typed((v) => typeof v === 'boolean', 'true or false');
  }

  integer(): number | undefined {
    return this.#typed((v): v is number => Number.isInteger(v), 'a whole number');
  }

  /** A label's value; a YAML 1.1 boolean or a number in its place is what users trip over. Null is the empty string. */
  text(): string | undefined {
    if (typeof this.value === 'string') return this.value;
    if (this.absent) return '';
    this.#refuseScalar();
    return undefined;
  }

  /** The fields of this object as strings, in file order. */
  strings(): Map<string, string> {
    const out = new Map<string, string>();
    for (const key of Object.keys(this.object() ?? {})) {
      const text = this.at(key).text();
      if (text !== undefined) out.set(key, text);
    }
    return out;
  }

  /**
   * Refuses fields the API does not know. The API server does so too under strict validation, kubectl's default; a
   * `podselector` that was dropped in silence would select every pod.
   */
  knows(...keys: readonly string[]): void {
    for (const key of Object.keys(this.object() ?? {})) {
      if (keys.includes(key)) continue;
      const meant = keys.find((k) => k.toLowerCase() === key.toLowerCase());
      const hint = meant ? `did you mean ${meant}?` : `it may have ${keys.join(', ')}`;
      this.at(key).refuse('SCH002', `unknown field ${key}; ${hint}`);
    }
  }

  refuse(rule: string, message: string): void {
    this.scope.refuse(rule, this.pointer, message);
  }

  #typed<T extends JsonValue>(is: (value: JsonValue) => value is T, name: string): T | undefined {
    const { value } = this;
    if (value === undefined || value === null) return undefined;
    if (is(value)) return value;
    this.refuse('SCH003', `${this.#label()} must be ${name}, not ${kindOf(value)}`);
    return undefined;
  }

  #refuseScalar(): void {
    const { value } = this;
    const rule = typeof value === 'boolean' ? 'YML003' : typeof value === 'number' ? 'YML005' : 'SCH003';
    const hint =
      rule === 'YML003'
        ? ': YAML reads a plain yes, no, on, off, y, n, true or false as a boolean; put it in quotes'
        : rule === 'YML005'
          ? ': put it in quotes'
          : '';
    this.refuse(rule, `${this.#label()} must be a string, not ${kindOf(value)}${hint}`);
  }

  #label(): string {
    return this.pointer === '' ? 'the document' : this.pointer.slice(1).replaceAll('/', '.').replaceAll('~1', '/');
  }
}

function kindOf(value: JsonValue | undefined): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : typeof value === 'string' ? 'a string' : `a ${typeof value}`;
}
