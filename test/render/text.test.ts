import { expect, test } from 'vitest';
import type { Table } from '../../src/render/answer.ts';
import { text } from '../../src/render/text.ts';
import { sampleAnswer } from './sample-answer.ts';

function written(table: Partial<Table>): string[] {
  const whole: Table = { title: 'T', name: 't', columns: ['a', 'b'], rows: [], ...table };
  const answer = sampleAnswer({ headline: () => 'pass: nothing', tables: () => [whole] });
  return [...text.write(answer)].join('').split('\n').slice(4);
}

test('columns are aligned, and no line ends with a space', () => {
  expect(
    written({
      rows: [
        ['x', 'y'],
        ['longer', ''],
      ],
    }),
  ).toEqual(['  A       B', '  x       y', '  longer', '']);
});

test('a blank line goes around every run of rows with the same first cell', () => {
  const rows = [
    ['a', '1'],
    ['b', '1'],
    ['c', '1'],
    ['c', '2'],
    ['d', '1'],
    ['e', '1'],
    ['e', '2'],
  ];
  expect(written({ rows }).map((line) => line.trim().slice(0, 1))).toEqual([
    'A',
    'a',
    'b',
    '',
    'c',
    'c',
    '',
    'd',
    '',
    'e',
    'e',
    '',
  ]);
});

test('an empty table says so', () => {
  expect(written({ empty: 'Nobody.' })).toEqual(['  Nobody.', '']);
  expect(written({})).toEqual(['  None.', '']);
});

test('one endless cell widens no other row', () => {
  const lines = written({
    rows: [
      ['x'.repeat(5000), '1'],
      ['y', '2'],
    ],
  });
  expect(lines[2]?.length ?? 0).toBeLessThan(100);
});

test('a table is written while it is computed', () => {
  let computed = 0;
  function* rows(): Generator<string[]> {
    for (; computed < 1_000_000; computed++) yield [`r${computed}`, ''];
  }
  const answer = sampleAnswer({ tables: () => [{ title: 'T', name: 't', columns: ['a', 'b'], rows: rows() }] });
  const chunks = text.write(answer)[Symbol.iterator]();
  for (let i = 0; i < 100; i++) chunks.next();
  expect(computed).toBeLessThan(1000);
});

test('rows of later blocks stay aligned, and runs go on across blocks', () => {
  const rows = Array.from({ length: 1200 }, (_, index) => ['same', String(index)]);
  const lines = written({ rows });
  expect(lines.filter((line) => line === '')).toHaveLength(1);
  expect(lines).toHaveLength(1202);
});

test('names cannot move the cursor', () => {
  expect(written({ rows: [['a\u001b[2J', 'b\u202e']] }).join('')).not.toMatch(/\p{Cc}|\u202e/u);
});
