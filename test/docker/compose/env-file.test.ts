/** Files of variables (https://docs.docker.com/compose/how-tos/environment-variables/env-file/). */

import { describe, expect, it } from 'vitest';
import { parseEnvFile } from '../../../src/docker/compose/env-file.ts';

const OUTSIDE: ReadonlyMap<string, string> = new Map([['OUT', 'out']]);

function parse(text: string, known: ReadonlyMap<string, string> = new Map()) {
  return parseEnvFile(text, { lookup: (name) => OUTSIDE.get(name), known, spend: () => {} });
}

describe('an environment file', () => {
  it.each([
    ['A=1\nB = 2 \n', { A: '1', B: '2' }],
    ['# c\n\n  A=1 # d\nB=x#y\n', { A: '1', B: 'x#y' }],
    ['export A=1\nB: 2\n', { A: '1', B: '2' }],
    [`A="a b # c"\nB='$A'\nC="$A"\n`, { A: 'a b # c', B: '$A', C: 'a b # c' }],
    [`A="x\\ny\\t\\$OUT \\q"\n`, { A: 'x\ny\t$OUT \\q' }],
    [`A='it\\'s'\nB="two\nlines"\n`, { A: "it's", B: 'two\nlines' }],
    [`A="\\0101\\09"\n`, { A: 'A\\9' }],
    ['OUT\nNONE\nA=1\n', { OUT: 'out', A: '1' }],
    [`A=\${OUT}-\${B:-d}\nB=1\n`, { A: 'out-d', B: '1' }],
    ['A=\nB.c-d[0]=x\n', { A: '', 'B.c-d[0]': 'x' }],
    ['A=1\nA=2\nB=$A', { A: '2', B: '2' }],
  ])('%j is read', (text, values) => {
    expect(Object.fromEntries(parse(text).values)).toEqual(values);
    expect(parse(text).fault).toBeUndefined();
  });

  it('takes variables from outside first, then from its own lines, then from the files before', () => {
    const known = new Map([
      ['OUT', 'known'],
      ['K', 'known'],
      ['A', 'known'],
    ]);
    expect(parse('A=own\nX=$OUT $A $K\n', known).values.get('X')).toBe('out own known');
  });

  it.each([
    ['A=1\nB!=2\n', 4],
    ['A B=2\n', 0],
    ['A=1\nB="open\n', 4],
    [`A=\${B!}\n`, 0],
  ])('%j cannot be read from an offset on, and no value is told', (text, offset) => {
    const { fault } = parse(text);
    expect(fault?.offset).toBe(offset);
    expect(fault?.message).not.toMatch(/open|2/);
  });
});
