/** What is against a schema in one object, and in which words it is told. Words show keys and types, never values. */

import type { JsonObject, JsonValue } from '../ingest/document.ts';
import { nearest } from '../util/edit-distance.ts';
import type { Form } from './shape.ts';

export type ViolationKind =
  | 'unknown-key'
  | 'missing-key'
  | 'type'
  /** A boolean or a number where a string is wanted: YAML reads plain words so. */
  | 'boolean-text'
  | 'number-text'
  | 'value'
  | 'rule';

export type Keys = readonly (string | number)[];

/** A change after which a violation is gone. */
export type Repair =
  | { readonly kind: 'rename'; readonly key: string }
  | { readonly kind: 'quote' }
  | { readonly kind: 'set'; readonly value: number | boolean };

export interface ObjectViolation {
  /** From the root of the object; of a missing key, of the object that lacks it. */
  readonly keys: Keys;
  readonly kind: ViolationKind;
  readonly message: string;
  readonly repair?: Repair;
}

/** Longer names are cut, so that a message stays one. */
const LONGEST_NAME = 80;
/** Of objects with more fields than these, the fields are not listed. */
const FEW_FIELDS = 8;

export function shown(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
}

/** A field as people write it: `spec.ports[0].port`. */
export function fieldName(keys: Keys): string {
  let name = '';
  for (const key of keys) name += typeof key === 'number' ? `[${key}]` : `${name === '' ? '' : '.'}${shown(key)}`;
  return name === '' ? 'the object' : name;
}

/** `siblings`: the object that has the key. */
export function unknownKey(keys: Keys, key: string, { fields }: Form, siblings: JsonObject): ObjectViolation {
  const known = [...fields.keys()];
  const near = nearest(key, known);
  const hint =
    near !== undefined
      ? `did you mean ${near}?`
      : known.length <= FEW_FIELDS && known.length > 0
        ? `it may have ${known.join(', ')}`
        : 'there is no such field here';
  const isFree = near !== undefined && !Object.hasOwn(siblings, near);
  const message = `unknown field ${shown(key)}; ${hint}`;
  return {
    keys: [...keys, key],
    kind: 'unknown-key',
    message,
    ...(isFree ? { repair: { kind: 'rename', key: near } } : {}),
  };
}

export function missingKey(keys: Keys, key: string): ObjectViolation {
  return { keys, kind: 'missing-key', message: `${fieldName(keys)} needs ${key}` };
}

export function mistyped(keys: Keys, wanted: string, value: JsonValue): ObjectViolation {
  const isText = wanted === 'a string' || wanted === 'text in base64';
  const kind =
    isText && typeof value === 'boolean'
      ? 'boolean-text'
      : isText && typeof value === 'number'
        ? 'number-text'
        : 'type';
  const message = `${fieldName(keys)} must be ${wanted}, not ${nounOf(value)}${adviceOn(kind, wanted, value)}`;
  const repair = repairOf(kind, wanted, value);
  return { keys, kind, message, ...(repair ? { repair } : {}) };
}

function repairOf(kind: ViolationKind, wanted: string, value: JsonValue): Repair | undefined {
  if (kind === 'boolean-text' || kind === 'number-text') return { kind: 'quote' };
  if (typeof value !== 'string') return undefined;
  if (wanted.includes('number') && /^-?[1-9]\d{0,8}$/.test(value)) return { kind: 'set', value: Number(value) };
  return wanted === 'true or false' && /^(?:true|false)$/.test(value)
    ? { kind: 'set', value: value === 'true' }
    : undefined;
}

function adviceOn(kind: ViolationKind, wanted: string, value: JsonValue): string {
  if (kind === 'boolean-text') {
    return ': YAML reads a plain yes, no, on, off, y, n, true or false as a boolean; put it in quotes';
  }
  if (kind === 'number-text') return ': put it in quotes';
  const isQuoted = typeof value === 'string' && value !== '' && Number.isFinite(Number(value));
  if (isQuoted && wanted.includes('number')) return ': remove the quotes';
  if (wanted === 'true or false' && (value === 'true' || value === 'false')) return ': remove the quotes';
  if (wanted === 'a list' && value !== null) return ': put a dash before each item';
  return '';
}

function nounOf(value: JsonValue): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : typeof value === 'string' ? 'this text' : `a ${typeof value}`;
}
