/**
 * One JSON text to its value. `JSON.parse` neither refuses deep nesting nor tells of equal keys, and looking for both in
 * the text costs more than parsing it; so the value is walked, and its keys are counted against the colons of the text.
 * Only where the two differ is the text looked at character by character.
 */

import type { JsonObject, JsonValue } from './document.ts';
import { type Fault, tooDeep } from './fault.ts';
import { type JsonScan, scanJson } from './json-scan.ts';
import type { Limits } from './limits.ts';
import { parseJson } from './recall.ts';

/** Beyond this many characters a text may nest deep enough to cost memory before its value is walked. */
const SHORT = 65_536;
const QUOTE = 34;
const BACKSLASH = 92;

export interface JsonText {
  readonly value: JsonValue;
  /** Present where keys stand twice, or may. */
  readonly scan?: JsonScan | undefined;
}

/** The value of a text that begins with it; undefined where it is not well-formed. */
export function readJson(text: string, { nesting }: Limits): JsonText | Fault | undefined {
  if (text.length > SHORT) return readScanned(text, nesting);
  const value = parseJson(text);
  const keys = value === undefined ? -1 : countKeys(value, nesting);
  if (value === undefined || keys < 0) return readScanned(text, nesting);
  return keys === keysWritten(text) ? { value } : { value, scan: scanJson(text, 0, nesting) };
}

function readScanned(text: string, nesting: number): JsonText | Fault | undefined {
  const scan = scanJson(text, 0, nesting);
  if (scan.tooDeep >= 0) return tooDeep(scan.tooDeep, nesting);
  const value = parseJson(text);
  return value === undefined ? undefined : { value, scan };
}

/** How many keys a value has in all; negative where it nests deeper than `levels`. */
export function countKeys(value: JsonValue, levels: number): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (levels === 0) return Number.NEGATIVE_INFINITY;
  let keys = 0;
  if (Array.isArray(value)) {
    for (const item of value) keys += countKeys(item, levels - 1);
    return keys;
  }
  const object = value as JsonObject;
  // `for…in` is many times faster than `Object.keys`, and what JSON.parse makes inherits nothing enumerable.
  for (const key in object) {
    keys += 1;
    const child = object[key];
    if (typeof child === 'object' && child !== null) keys += countKeys(child, levels - 1);
  }
  return keys;
}

/**
 * How many keys a well-formed text writes, equal ones counted each, by the quotes before its colons. Too many where a
 * string begins with a colon; -1 where white space or an escaped quote stands before one, so that it cannot be told.
 */
function keysWritten(text: string): number {
  let keys = 0;
  for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) {
    const before = text.charCodeAt(at - 1);
    if (before === QUOTE) {
      if (text.charCodeAt(at - 2) === BACKSLASH) return -1;
      keys += 1;
    } else if (before <= 32) return -1;
  }
  return keys;
}
