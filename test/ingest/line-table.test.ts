import { describe, expect, it } from 'vitest';
import { LineTable } from '../../src/ingest/line-table.ts';

describe('a line', () => {
  it('ends at LF, CRLF or CR', () => {
    const table = new LineTable('a\nbc\r\nd\re');
    const offsets = [0, 1, 2, 4, 5, 6, 7, 8];
    expect(offsets.map((offset) => table.at(offset)).map(({ line, column }) => `${line}:${column}`)).toEqual([
      '1:1',
      '1:2',
      '2:1',
      '2:3',
      '2:4',
      '3:1',
      '3:2',
      '4:1',
    ]);
  });

  it('starts at column 1 of line 1 in an empty text', () => {
    expect(new LineTable('').at(0)).toEqual({ line: 1, column: 1 });
  });
});
