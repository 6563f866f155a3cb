/**
 * Plain YAML scalars as the Compose loader reads them, which is go-yaml v3 and later
 * (https://github.com/yaml/go-yaml): `yes` and `on` are text, octals with or without the `o`, underscores in numbers,
 * dates are points in time. Beside the value stands what Go prints of it, for the places where text is wanted.
 */

import { timestampOf } from './compose-timestamp.ts';
import { plainScalar, type Scalar } from './scalar.ts';
import { taggedScalar } from './tagged.ts';

export interface ComposeScalar {
  readonly value: Scalar;
  /** The value as Go prints it; of null, nothing. */
  readonly text: string;
  /** Whether Go holds it as a floating-point number: `80.0` is no port. */
  readonly float: boolean;
}

/** What YAML 1.1 calls booleans and YAML 1.2 does not. */
const NO_BOOLEANS = /^(?:y|Y|yes|Yes|YES|n|N|no|No|NO|on|On|ON|off|Off|OFF)$/;
const INTEGER = /^[-+]?(?:0[bB][01]+|0[oO]?[0-7]+|0[xX][0-9a-fA-F]+|0|[1-9][0-9]*)$/;
const LARGEST = 2n ** 64n;
const SMALLEST = -(2n ** 63n);

/** The value of a plain scalar. */
export function composeScalar(source: string): ComposeScalar {
  if (NO_BOOLEANS.test(source)) return textScalar(source);
  const time = timestampOf(source);
  if (time) return { value: time.json, text: time.text, float: false };
  return scalarOf(source, plainScalar(source));
}

/** The value of a scalar under a core tag's short name; undefined where the text does not fit the tag. */
export function taggedComposeScalar(name: string, source: string): ComposeScalar | undefined {
  if (name === 'bool' && NO_BOOLEANS.test(source)) return undefined;
  if (name === 'timestamp') return timestampOf(source) && composeScalar(source);
  const value = taggedScalar(name, source);
  if (value === undefined) return undefined;
  const scalar = scalarOf(source, value);
  return name === 'float' ? { ...scalar, float: true } : scalar;
}

export function textScalar(text: string): ComposeScalar {
  return { value: text, text, float: false };
}

function scalarOf(source: string, value: Scalar): ComposeScalar {
  if (value === null) return { value, text: '', float: false };
  if (typeof value !== 'number') return { value, text: String(value), float: false };
  const digits = source.replaceAll('_', '');
  // The one integer that Go takes for a float.
  if (digits === '-0') return { value: -0, text: '-0', float: true };
  const integer = INTEGER.test(digits) ? integerOf(digits) : undefined;
  if (integer !== undefined && integer < LARGEST && integer >= SMALLEST) {
    return { value, text: integer.toString(), float: false };
  }
  return { value, text: floatText(value), float: true };
}

function integerOf(digits: string): bigint {
  const bare = digits.replace(/^[-+]/, '');
  const value = BigInt(/^0[0-7]+$/.test(bare) ? `0o${bare.slice(1)}` : bare);
  return digits.startsWith('-') ? -value : value;
}

/** Go's `%v` of a float64: the shortest digits, with an exponent below 1e-4 and from 1e21 on. */
export function floatText(value: number): string {
  if (Object.is(value, -0)) return '-0';
  const [mantissa = '', exponent = '0'] = value.toExponential().split('e');
  const power = Number(exponent);
  // JavaScript writes exponents below 1e-6 and from 1e21 on.
  if (value === 0 || (power >= -4 && power < 21)) return String(value);
  return `${mantissa}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}
