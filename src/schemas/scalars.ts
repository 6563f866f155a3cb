/**
 * Scalars as the API server decodes them: numbers of 32 and 64 bits, quantities
 * (https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/), times (RFC 3339) and base64
 * (RFC 4648 §4). Of formats that a schema may name, those that are known are held to.
 */

import { parseAddress, parseCidr } from '../algebra/cidr.ts';
import type { JsonValue } from '../ingest/document.ts';
import type { ShapeType } from './shape-type.ts';

/** What a value of a type is called. */
export const NOUNS: Readonly<Record<ShapeType, string>> = {
  any: 'anything',
  object: 'an object',
  list: 'a list',
  string: 'a string',
  boolean: 'true or false',
  int32: 'a whole number of 32 bits',
  int64: 'a whole number',
  number: 'a number',
  'int-or-string': 'a whole number or a string',
  quantity: 'a quantity such as 500m or 1Gi',
  time: 'a time such as 2026-01-31T12:00:00Z',
  bytes: 'text in base64',
};

const GREATEST_INT32 = 2 ** 31 - 1;
const GREATEST_INT64 = 2 ** 63;

const QUANTITY = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[numkMGTPE]|[KMGTPE]i|[eE][+-]?\d+)?$/;
const TIME = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/;
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;
const DATE = /^\d{4}-\d\d-\d\d$/;
const UUID = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;

/** Whether a value that is not null is of a type that is neither an object nor a list. */
export function isScalar(type: ShapeType, value: JsonValue): boolean {
  switch (type) {
    case 'string':
      return typeof value === 'string';
    case 'boolean':
      return typeof value === 'boolean';
    case 'int32':
      return isInt32(value);
    case 'int64':
      return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= GREATEST_INT64;
    case 'number':
      return typeof value === 'number';
    case 'int-or-string':
      return typeof value === 'string' || isInt32(value);
    case 'quantity':
      return typeof value === 'number' || (typeof value === 'string' && QUANTITY.test(value));
    case 'time':
      return typeof value === 'string' && TIME.test(value);
    case 'bytes':
      return typeof value === 'string' && isBase64(value);
    default:
      return true;
  }
}

function isInt32(value: JsonValue): boolean {
  return (
    typeof value === 'number' && Number.isInteger(value) && value <= GREATEST_INT32 && value >= -GREATEST_INT32 - 1
  );
}

/** Line ends are passed over, as Go does. */
function isBase64(text: string): boolean {
  const packed = /[\r\n]/.test(text) ? text.replaceAll(/[\r\n]/g, '') : text;
  return packed.length % 4 === 0 && BASE64.test(packed);
}

/** Whether a text is of a format; true for formats that are not known. */
export function isFormat(format: string, text: string): boolean {
  switch (format) {
    case 'ipv4':
      return parseAddress(text) !== undefined && !text.includes(':');
    case 'ipv6':
      return parseAddress(text) !== undefined && text.includes(':');
    case 'cidr':
      return parseCidr(text) !== undefined;
    case 'date':
      return DATE.test(text);
    case 'uuid':
      return UUID.test(text);
    default:
      return true;
  }
}
