import { describe, expect, it } from 'vitest';
import { plainKey, plainScalar } from '../../src/ingest/scalar.ts';

/** Measured with kubectl 1.32.4: `kubectl label --local -f - zz=1 -o json` over a ConfigMap that holds the scalar. */
const VALUES: readonly (readonly [text: string, value: unknown])[] = [
  ['y', true],
  ['NO', false],
  ['Yes', true],
  ['yES', 'yES'],
  ['off', false],
  ['0777', 511],
  ['0_7', 7],
  ['0o17', 15],
  ['0O17', 15],
  ['0b11', 3],
  ['-0b11', -3],
  ['+0b11', 3],
  ['0x1F', 31],
  ['-0x1F', -31],
  ['0x_1F', 31],
  ['0x', '0x'],
  ['0b', '0b'],
  ['08', 8],
  ['09.5', 9.5],
  ['1_000', 1000],
  ['1__0', 10],
  ['1_000.5', 1000.5],
  ['_1', '_1'],
  ['22:22', '22:22'],
  ['2024-01-15', '2024-01-15'],
  ['2024-01-15T10:00:00Z', '2024-01-15T10:00:00Z'],
  ['1e3', 1000],
  ['1.e+3', 1000],
  ['.5', 0.5],
  ['+.5', 0.5],
  ['5.', 5],
  ['+5', 5],
  ['1e', '1e'],
  ['.e1', '.e1'],
  ['1E400', '1E400'],
  ['12345678901234567890123', 1.2345678901234568e22],
  ['~', null],
  ['Null', null],
  ['', null],
  ['=', '='],
  ['-', '-'],
];

/** Measured the same way, the scalar standing in a key's place. */
const KEYS: readonly (readonly [text: string, key: string | null])[] = [
  ['y', 'true'],
  ['1', '1'],
  ['0777', '511'],
  ['0x1F', '31'],
  ['100000000', '100000000'],
  ['9223372036854775807', '9223372036854775807'],
  ['-9223372036854775808', '-9223372036854775808'],
  ['1.5', '1.5'],
  ['1.10', '1.1'],
  ['1e3', '1000'],
  ['1e5', '100000'],
  ['1e6', '1e+06'],
  ['1e-4', '0.0001'],
  ['1e-5', '1e-05'],
  ['1000000.5', '1.0000005e+06'],
  ['16777217.5', '1.6777218e+07'],
  ['12345678.5', '1.2345678e+07'],
  ['12345678901234567890123', '1.2345679e+22'],
  ['1e40', '.inf'],
  ['.inf', '.inf'],
  ['2024-01-15', '2024-01-15'],
  ['~', null],
];

describe('a plain scalar is read as kubectl reads it', () => {
  it.each(VALUES)('%j as a value', (text, value) => {
    expect(plainScalar(text)).toStrictEqual(value);
  });

  it.each(KEYS)('%j as a key', (text, key) => {
    expect(plainKey(text)).toBe(key);
  });

  it('gives infinities and NaN as numbers, for the caller to refuse', () => {
    expect([plainScalar('.inf'), plainScalar('-.INF'), plainScalar('.NaN')]).toEqual([Infinity, -Infinity, NaN]);
  });

  it('reads a number of a million digits without trying to be exact', () => {
    expect(plainScalar('1'.repeat(1e6))).toHaveLength(1e6);
    expect(plainKey('1'.repeat(1e6))).toHaveLength(1e6);
  });
});
