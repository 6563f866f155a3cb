/** Where two values that were read from JSON have other strings, if they differ in nothing else. */

import { isObject, type JsonObject, type JsonValue } from './document.ts';

/** Values that differ in more are not alike. */
const MOST = 8;

export interface Difference {
  readonly path: readonly (string | number)[];
  /** What the second value has there. */
  readonly string: string;
  /** Which of the strings of its text this is, keys included, counting from 0. */
  readonly token: number;
}

/**
 * Undefined where they differ in more than a few strings, and where the order of keys may not be that of the text
 * (ECMA-262 §10.1.11.1 puts those that are numbers first).
 */
export function differences(before: JsonValue, after: JsonValue): readonly Difference[] | undefined {
  const walk = new Walk();
  return walk.visit(before, after) ? walk.found : undefined;
}

class Walk {
  readonly found: Difference[] = [];
  readonly #path: (string | number)[] = [];
  #token = 0;

  /** False where they are not alike. */
  visit(before: JsonValue, after: JsonValue): boolean {
    if (typeof after === 'string') return typeof before === 'string' && this.#string(before, after);
    if (Array.isArray(after)) return Array.isArray(before) && this.#list(before, after);
    if (isObject(after)) return isObject(before) && this.#object(before, after);
    return before === after;
  }

  #string(before: string, after: string): boolean {
    const token = this.#token++;
    if (before !== after) this.found.push({ path: this.#path.slice(), string: after, token });
    return this.found.length <= MOST;
  }

  #list(before: readonly JsonValue[], after: readonly JsonValue[]): boolean {
    return before.length === after.length && after.every((item, i) => this.#inside(i, before[i] ?? null, item));
  }

  #object(before: JsonObject, after: JsonObject): boolean {
    const keys = Object.keys(before);
    return (
      keys.length === Object.keys(after).length &&
      Object.entries(after).every(([key, value], i) => {
        this.#token++;
        return key === keys[i] && isOrdinary(key) && this.#inside(key, before[key] ?? null, value);
      })
    );
  }

  #inside(key: string | number, before: JsonValue, after: JsonValue): boolean {
    this.#path.push(key);
    const alike = this.visit(before, after);
    this.#path.pop();
    return alike;
  }
}

/** Whether a key stands where it was written, and means nothing else to an object. */
function isOrdinary(key: string): boolean {
  const first = key.charCodeAt(0);
  return !(first >= 48 && first <= 57) && key !== '__proto__';
}
