/**
 * Plain YAML scalars as kubectl reads them: the resolution of sigs.k8s.io/yaml, a go-yaml v2 that turns YAML into JSON
 * (https://github.com/kubernetes-sigs/yaml). YAML 1.1 booleans and octals, `0o17` too, underscores in numbers, no
 * base 60, and dates stay strings. A number that JSON cannot hold (`.inf`) comes out as such; the caller refuses it.
 */

export type Scalar = null | boolean | number | string;

const WORDS: ReadonlyMap<string, Scalar> = new Map<string, Scalar>([
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map((word) => [word, true] as const),
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map((word) => [word, false] as const),
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['.nan', '.NaN', '.NAN'].map((word) => [word, Number.NaN] as const),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map((word) => [word, Number.POSITIVE_INFINITY] as const),
  ...['-.inf', '-.Inf', '-.INF'].map((word) => [word, Number.NEGATIVE_INFINITY] as const),
]);
const LONGEST_WORD = 5;

const INTEGER = /^[-+]?(?:0[bB][01]+|0[oO]?[0-7]+|0[xX][0-9a-fA-F]+|0|[1-9][0-9]*)$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
/** A 64-bit integer in base 2, with sign and prefix, is 67 characters long. */
const LONGEST_INTEGER = 68;
const C_OCTAL = /^0[0-7]+$/;

/** The value of a plain scalar. */
export function plainScalar(text: string): Scalar {
  if (text.length <= LONGEST_WORD) {
    const word = WORDS.get(text);
    if (word !== undefined) return word;
  }
  return startsNumber(text) ? numberOf(text) : text;
}

/** The string a plain scalar becomes as a mapping's key, or null where kubectl refuses the key. */
export function plainKey(text: string): string | null {
  const value = plainScalar(text);
  if (typeof value === 'string' || value === null) return value;
  if (typeof value === 'boolean') return String(value);
  const digits = text.replaceAll('_', '');
  if (digits.length < LONGEST_INTEGER && INTEGER.test(digits)) {
    const integer = integerOf(digits);
    if (BigInt.asIntN(64, integer) === integer) return integer.toString();
  }
  return floatKey(value);
}

function startsNumber(text: string): boolean {
  const code = text.charCodeAt(0);
  return (code >= 48 && code <= 57) || code === 43 || code === 45 || code === 46;
}

/** What most numbers look like; JavaScript reads them as everybody does. */
const SMALL_INTEGER = /^(?:0|[1-9][0-9]{0,14})$/;

function numberOf(text: string): number | string {
  if (SMALL_INTEGER.test(text)) return Number(text);
  const digits = text.replaceAll('_', '');
  if (digits.length < LONGEST_INTEGER && INTEGER.test(digits)) return Number(integerOf(digits));
  const value = FLOAT.test(digits) ? Number(digits) : Number.NaN;
  return Number.isFinite(value) ? value : text;
}

function integerOf(digits: string): bigint {
  const negative = digits.startsWith('-');
  const bare = negative || digits.startsWith('+') ? digits.slice(1) : digits;
  const value = BigInt(C_OCTAL.test(bare) ? `0o${bare.slice(1)}` : bare);
  return negative ? -value : value;
}

/** Go's `FormatFloat(value, 'g', -1, 32)`: the shortest digits that are the same 32-bit float. */
function floatKey(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  const single = Math.fround(value);
  if (!Number.isFinite(single)) return value > 0 ? '.inf' : '-.inf';
  let digits = 1;
  while (digits < 9 && Math.fround(Number(single.toExponential(digits - 1))) !== single) digits += 1;
  const [mantissa = '0', exponent = '+0'] = single.toExponential(digits - 1).split('e');
  const power = Number(exponent);
  if (power >= -4 && power < 6) return String(Number(`${mantissa}e${power}`));
  return `${mantissa}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}
