/** Values of CEL, and how they compare. */

import { isObject, type JsonValue, own } from '../../ingest/document.ts';

/** A length of time, in milliseconds. */
export class Duration {
  readonly milliseconds: number;

  constructor(milliseconds: number) {
    this.milliseconds = milliseconds;
  }
}

export type Value = JsonValue | Duration;

/** The rule cannot be decided here: a field that is not there, a value of another type, a function used otherwise. */
export class Undecided {}

export function textOf(value: Value): string {
  if (typeof value !== 'string') throw new Undecided();
  return value;
}

export function numberOf(value: Value): number {
  if (typeof value !== 'number') throw new Undecided();
  return value;
}

export function booleanOf(value: Value): boolean {
  if (typeof value !== 'boolean') throw new Undecided();
  return value;
}

export function plain(value: Value): JsonValue {
  if (value instanceof Duration) throw new Undecided();
  return value;
}

/** The members of a list, or the keys of a mapping. */
export function membersOf(value: Value): readonly JsonValue[] {
  if (Array.isArray(value)) return value;
  const json = plain(value);
  if (!isObject(json)) throw new Undecided();
  return Object.keys(json);
}

export function memberOf(value: Value, key: Value): JsonValue {
  const json = plain(value);
  const member = Array.isArray(json) ? json[numberOf(key)] : isObject(json) ? own(json, textOf(key)) : undefined;
  if (member === undefined) throw new Undecided();
  return member;
}

export function areEqual(a: Value, b: Value): boolean {
  if (a instanceof Duration || b instanceof Duration) {
    return a instanceof Duration && b instanceof Duration && a.milliseconds === b.milliseconds;
  }
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item: JsonValue, i) => areEqual(item, b[i] ?? null));
  }
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && areEqual(a[key] ?? null, b[key] ?? null))
  );
}

/** Negative, zero or positive. */
export function compare(a: Value, b: Value): number {
  if (a instanceof Duration && b instanceof Duration) return a.milliseconds - b.milliseconds;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return a === b ? 0 : a < b ? -1 : 1;
  throw new Undecided();
}
