/**
 * The functions of CEL that schemas use
 * (https://kubernetes.io/docs/reference/using-api/cel/#cel-options-language-features-and-libraries).
 */

import { parseAddress, parseCidr } from '../../algebra/cidr.ts';
import type { Meter } from '../../util/pattern/meter.ts';
import { Pattern } from '../../util/pattern/pattern.ts';
import { Duration, membersOf, numberOf, textOf, Undecided, type Value } from './values.ts';

export interface CelFunction {
  /** How many arguments it may have, beside what it is called on. */
  readonly arity: readonly number[];
  /** Of a method, the first argument is what it is called on. */
  call(args: readonly Value[], meter: Meter): Value;
}

const UNITS: ReadonlyMap<string, number> = new Map([
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
  ['ms', 1],
  ['us', 1e-3],
  ['µs', 1e-3],
  ['ns', 1e-6],
]);

/** As Go's `time.ParseDuration` reads it. */
function durationOf(text: string): Duration {
  const match = /^([+-]?)((?:\d+\.?\d*|\.\d+)(?:h|ms|m|s|us|µs|ns))+$/.exec(text);
  if (text === '0') return new Duration(0);
  if (!match) throw new Undecided();
  let sum = 0;
  for (const [, amount = '', unit = ''] of text.matchAll(/(\d+\.?\d*|\.\d+)(h|ms|m|s|us|µs|ns)/g)) {
    sum += Number(amount) * (UNITS.get(unit) ?? 0);
  }
  return new Duration(match[1] === '-' ? -sum : sum);
}

function sizeOf(value: Value): number {
  return typeof value === 'string' ? [...value].length : membersOf(value).length;
}

function integerOf(value: Value): number {
  const number = typeof value === 'string' && /^[+-]?\d{1,18}$/.test(value) ? Number(value) : value;
  return Math.trunc(numberOf(number));
}

function matches(text: Value, source: Value, meter: Meter): boolean {
  meter.spend(textOf(source).length);
  const found = Pattern.of(textOf(source)).matches(textOf(text), meter);
  if (found === undefined) throw new Undecided();
  return found;
}

function substring(args: readonly Value[]): string {
  const characters = [...textOf(args[0] ?? null)];
  const start = numberOf(args[1] ?? null);
  const end = args[2] === undefined ? characters.length : numberOf(args[2]);
  if (start < 0 || end > characters.length || start > end) throw new Undecided();
  return characters.slice(start, end).join('');
}

const of = (arity: readonly number[], call: CelFunction['call']): CelFunction => ({ arity, call });
const texts = (call: (text: string, other: string) => Value): CelFunction =>
  of([1], ([a = null, b = null]) => call(textOf(a), textOf(b)));

export const FUNCTIONS: ReadonlyMap<string, CelFunction> = new Map([
  ['size', of([1], ([a = null]) => sizeOf(a))],
  ['int', of([1], ([a = null]) => integerOf(a))],
  ['string', of([1], ([a = null]) => (typeof a === 'string' ? a : String(numberOf(a))))],
  ['duration', of([1], ([a = null]) => durationOf(textOf(a)))],
  ['isIP', of([1], ([a = null]) => parseAddress(textOf(a)) !== undefined)],
  ['isCIDR', of([1], ([a = null]) => parseCidr(textOf(a)) !== undefined)],
  ['matches', of([2], ([a = null, b = null], meter) => matches(a, b, meter))],
]);

export const METHODS: ReadonlyMap<string, CelFunction> = new Map([
  ['size', of([0], ([a = null]) => sizeOf(a))],
  ['matches', of([1], ([a = null, b = null], meter) => matches(a, b, meter))],
  ['startsWith', texts((a, b) => a.startsWith(b))],
  ['endsWith', texts((a, b) => a.endsWith(b))],
  ['contains', texts((a, b) => a.includes(b))],
  ['indexOf', texts((a, b) => a.indexOf(b))],
  ['split', texts((a, b) => a.split(b))],
  ['lowerAscii', of([0], ([a = null]) => textOf(a).replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase()))],
  ['upperAscii', of([0], ([a = null]) => textOf(a).replaceAll(/[a-z]/g, (letter) => letter.toUpperCase()))],
  ['trim', of([0], ([a = null]) => textOf(a).trim())],
  ['substring', of([1, 2], substring)],
]);
