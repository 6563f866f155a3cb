/** The main table as CSV (RFC 4180): CRLF, a header line, and no cell a spreadsheet would run as a formula. */

import { forCsv } from '../util/escape.ts';
import type { Answer } from './answer.ts';
import type { Format } from './format.ts';

const line = (cells: readonly string[]): string => `${cells.map(forCsv).join(',')}\r\n`;

export const csv: Format = {
  name: 'csv',
  mediaType: 'text/csv',
  parameters: 'charset=utf-8; header=present',
  description: 'The main table. A cell that a spreadsheet would take for a formula begins with an apostrophe.',
  *write(answer: Answer): Generator<string> {
    for (const table of answer.tables()) {
      yield line(table.columns);
      for (const row of table.rows) yield line(row);
      return;
    }
  },
};
