/**
 * A total reader of what `docker inspect` prints (the types of the Engine API,
 * https://docs.docker.com/reference/api/engine/): a field is a value and where it stands. A mistyped field reads as
 * absent and is a finding that makes the answer incomplete, for the engine prints no such thing. Absent, null and the
 * empty text are the same: the engine prints all three where nothing is set.
 */

import { type Document, isObject, type JsonValue, type Origin, pointerTo } from '../../ingest/document.ts';
import type { Finding, Resource } from '../../ingest/finding.ts';
import type { Placed } from '../placed.ts';
import type { InspectRule } from './rules.ts';

/** One object being read, and what is found about it. */
export class InspectScope {
  readonly document: Document;
  readonly findings: Finding[] = [];
  resource: Resource | undefined;
  readonly #said = new Set<string>();

  constructor(document: Document) {
    this.document = document;
  }

  get root(): Field {
    return new Field(this, this.document.value, '');
  }

  unreadable(rule: InspectRule, pointer: string, message: string): void {
    this.#add({ rule, severity: 'error', unreadable: true, message }, pointer);
  }

  /** Says that something is not known, so that answers are not complete. */
  unknown(rule: InspectRule, pointer: string, message: string): void {
    this.#add({ rule, severity: 'warning', unreadable: true, message }, pointer);
  }

  note(rule: InspectRule, pointer: string, message: string): void {
    this.#add({ rule, severity: 'info', message }, pointer);
  }

  /** Says one thing about one place once, however often the field is read. */
  #add(finding: Omit<Finding, 'place' | 'resource'>, pointer: string): void {
    const key = `${pointer}\n${finding.message}`;
    if (this.#said.has(key)) return;
    this.#said.add(key);
    const place = { document: this.document, pointer };
    this.findings.push({ ...finding, place, ...(this.resource ? { resource: this.resource } : {}) });
  }
}

export class Field {
  readonly scope: InspectScope;
  readonly value: JsonValue | undefined;
  readonly pointer: string;

  constructor(scope: InspectScope, value: JsonValue | undefined, pointer: string) {
    this.scope = scope;
    this.value = value;
    this.pointer = pointer;
  }

  get origin(): Origin {
    return { document: this.scope.document, pointer: this.pointer };
  }

  get absent(): boolean {
    return this.value === undefined || this.value === null;
  }

  at(key: string): Field {
    const object = this.#typed(isObject, 'an object');
    const value = object && Object.hasOwn(object, key) ? object[key] : undefined;
    return new Field(this.scope, value, pointerTo(this.pointer, key));
  }

  /** The fields of this object with their keys, in the order of the file. */
  entries(): (readonly [string, Field])[] {
    const object = this.#typed(isObject, 'an object') ?? {};
    return Object.keys(object).map((key) => [key, this.at(key)]);
  }

  items(): Field[] {
    const list = this.#typed((value): value is readonly JsonValue[] => Array.isArray(value), 'a list') ?? [];
    return list.map((value, index) => new Field(this.scope, value, pointerTo(this.pointer, index)));
  }

  text(): string | undefined {
    return this.#typed((value) => typeof value === 'string', 'a string') || undefined;
  }

  boolean(): boolean | undefined {
    return this.#typed((value) => typeof value === 'boolean', 'true or false');
  }

  integer(): number | undefined {
    return this.#typed((value): value is number => Number.isInteger(value), 'a whole number');
  }

  placedText(): Placed<string> | undefined {
    const value = this.text();
    return value === undefined ? undefined : { value, origin: this.origin };
  }

  /** The switch, where it is on. */
  placedTrue(): Placed<boolean> | undefined {
    return this.boolean() === true ? { value: true, origin: this.origin } : undefined;
  }

  /** The texts of this list with their places. */
  placedTexts(): Placed<string>[] {
    return this.items().flatMap((item) => item.placedText() ?? []);
  }

  /** The texts of this object by key; an empty text counts. */
  texts(): Map<string, Placed<string>> {
    return new Map(
      this.entries().map(([key, field]) => [key, { value: field.text() ?? '', origin: field.origin }] as const),
    );
  }

  #typed<T extends JsonValue>(is: (value: JsonValue) => value is T, name: string): T | undefined {
    const { value } = this;
    if (value === undefined || value === null) return undefined;
    if (is(value)) return value;
    const path = this.pointer === '' ? 'the object' : this.pointer.slice(1).replaceAll('/', '.').replaceAll('~1', '/');
    this.scope.unreadable('INS001', this.pointer, `${path} must be ${name}; docker inspect prints nothing else.`);
    return undefined;
  }
}
