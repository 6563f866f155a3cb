/**
 * Quantities as exact numbers, for comparing them
 * (https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/).
 */

import type { JsonValue } from '../../ingest/document.ts';

/** `digits` times ten to the power of `exponent` times `factor`. */
export interface Quantity {
  readonly digits: bigint;
  readonly exponent: number;
  readonly factor: bigint;
}

const SYNTAX = /^([+-]?)(\d*)\.?(\d*)(?:([numkMGTPE])|([KMGTPE])i|[eE]([+-]?\d+))?$/;
const DECIMAL = 'num kMGTPE';
const BINARY = 'KMGTPE';
/** Longer ones are compared by nobody. */
const LONGEST = 40;
const GREATEST_EXPONENT = 60;

/** Undefined for what is no quantity, or a monstrous one. */
export function parseQuantity(value: JsonValue | undefined): Quantity | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || text.length > LONGEST) return undefined;
  const match = SYNTAX.exec(text);
  if (!match) return undefined;
  const [, sign = '', whole = '', part = '', decimal, binary, power] = match;
  if (whole + part === '') return undefined;
  const scale = decimal === undefined ? Number(power ?? 0) : (DECIMAL.indexOf(decimal) - DECIMAL.indexOf(' ')) * 3;
  const exponent = scale - part.length;
  if (Math.abs(exponent) > GREATEST_EXPONENT) return undefined;
  const factor = binary === undefined ? 1n : 1024n ** BigInt(BINARY.indexOf(binary) + 1);
  return { digits: BigInt(`${sign === '-' ? '-' : ''}${whole}${part}`), exponent, factor };
}

export function isNegative({ digits }: Quantity): boolean {
  return digits < 0n;
}

/** Negative, zero or positive. */
export function compareQuantities(a: Quantity, b: Quantity): number {
  const least = Math.min(a.exponent, b.exponent);
  const [left, right] = [a, b].map(({ digits, exponent, factor }) => digits * factor * 10n ** BigInt(exponent - least));
  if (left === undefined || right === undefined || left === right) return 0;
  return left < right ? -1 : 1;
}
