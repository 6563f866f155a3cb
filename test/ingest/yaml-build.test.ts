import { describe, expect, it } from 'vitest';
import { faults, read, values } from './reading.ts';

function dataOf(data: string): unknown {
  const [value] = values(read(`apiVersion: v1\nkind: A\nbase: &m {name: a}\ndata: ${data}\n`));
  return (value as { data?: unknown } | undefined)?.data;
}

/** Measured with kubectl 1.32.4. */
const MERGES: readonly (readonly [data: string, value: unknown])[] = [
  ['{<<: *m, b: c}', { name: 'a', b: 'c' }],
  ['{<<: *m, name: x}', { name: 'x' }],
  ['{name: x, <<: *m}', { name: 'a' }],
  ['{<<: *m, <<: {name: z, q: w}}', { name: 'z', q: 'w' }],
  ['{<<: [{name: z, q: w}, *m]}', { name: 'z', q: 'w' }],
  ['{"<<": {a: b}}', { '<<': { a: 'b' } }],
];

describe('the value of a YAML document', () => {
  it.each(MERGES)('merges %s in the order of kubectl', (data, value) => {
    expect(dataOf(data)).toEqual(value);
    expect(faults(read(`apiVersion: v1\nkind: A\nbase: &m {name: a}\ndata: ${data}\n`))).toEqual([]);
  });

  it('takes an alias of a scalar as a key', () => {
    expect(dataOf('{p: &x 12, *x : a}')).toEqual({ p: 12, '12': 'a' });
  });

  it('shares what an alias names', () => {
    expect(dataOf('{p: &x [1], q: *x}')).toEqual({ p: [1], q: [1] });
  });

  it('keeps keys that objects inherit as keys of its own', () => {
    const [value] = values(read('apiVersion: v1\nkind: A\n__proto__: {polluted: yes}\ntoString: 1\nconstructor: 2\n'));
    expect(Object.keys(value as object)).toEqual(['apiVersion', 'kind', '__proto__', 'toString', 'constructor']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it.each([
    ['an alias without an anchor', 'a: *x', '1:4'],
    ['an alias inside its own anchor', 'a: &x {b: *x}', '1:11'],
    ['a merge of itself', 'a: &x {<<: *x}', '1:12'],
    ['a merge of a scalar', 'a: {<<: abc}', '1:5'],
    ['a null key', '~: b', '1:1'],
    ['a list as a key', '? [a]\n: b', '1:3'],
    ['infinity, which JSON lacks', 'a: .inf', '1:4'],
  ])('refuses %s, as kubectl does', (_, text, place) => {
    expect(faults(read(text))).toEqual([`YML001 ${place}`]);
  });

  it('refuses a billion laughs by the nodes they would expand to', () => {
    const lines = Array.from({ length: 20 }, (_, i) => `l${i + 1}: &l${i + 1} [${Array(9).fill(`*l${i}`).join(', ')}]`);
    expect(faults(read(`l0: &l0 [x]\n${lines.join('\n')}\n`))).toEqual(['YML006 7:10']);
  });

  it('refuses aliases that nest deeper than the limit, level upon level', () => {
    const lines = Array.from({ length: 100 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}]`);
    expect(faults(read(`a0: &a0 [x]\n${lines.join('\n')}\n`))).toEqual(['YML006 64:12']);
  });

  it('refuses merges that copy more than the limit', () => {
    const big = `a: &a {${Array.from({ length: 250 }, (_, i) => `k${i}: 1`).join(', ')}}\n`;
    expect(faults(read(big + 'b: {<<: *a}\n'.repeat(900)))[0]).toMatch(/^YML006 /);
  });

  it('refuses one alias more than the limit', () => {
    const text = 'apiVersion: v1\nkind: A\na: &a x\nb: [*a, *a]\n';
    expect(faults(read(text, { aliases: 2 }))).toEqual([]);
    expect(faults(read(text, { aliases: 1 }))).toEqual(['YML006 4:9']);
  });
});
