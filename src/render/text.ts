/** The headline and every table for people at a terminal: plain characters, aligned, no colours, one row per line. */

import { forTerminal } from '../util/escape.ts';
import type { Answer, Table } from './answer.ts';
import { findingsText } from './findings/text.ts';
import type { Format } from './format.ts';

/** Rows are aligned in blocks, so that a table of a million rows is written while it is computed. */
const BLOCK = 500;
/** A longer cell pushes the rest of its own row aside and widens no other. */
const WIDEST = 80;
const INDENT = '  ';
const GAP = '  ';

type Row = readonly string[];

function* blocks(rows: Iterable<Row>): Generator<Row[]> {
  let block: Row[] = [];
  for (const row of rows) {
    block.push(row.map(forTerminal));
    if (block.length < BLOCK) continue;
    yield block;
    block = [];
  }
  if (block.length > 0) yield block;
}

function widths(before: readonly number[], rows: readonly Row[]): number[] {
  return before.map((width, column) =>
    rows.reduce((most, row) => Math.max(most, Math.min(row[column]?.length ?? 0, WIDEST)), width),
  );
}

function align(row: Row, width: readonly number[]): string {
  const cells = row.map((cell, column) => (column < row.length - 1 ? cell.padEnd(width[column] ?? 0) : cell));
  return `${INDENT}${cells.join(GAP)}`.trimEnd().concat('\n');
}

/** A blank line goes around every run of rows with the same first cell; `around` is two rows before, this, the next. */
function partsRuns([before, previous, row, next]: readonly (Row | undefined)[]): boolean {
  if (previous === undefined || previous[0] === row?.[0]) return false;
  return next?.[0] === row?.[0] || before?.[0] === previous[0];
}

function* writeTable(table: Table): Generator<string> {
  yield `\n${forTerminal(table.title)}\n\n`;
  const heads = table.columns.map((column) => forTerminal(column).toUpperCase());
  let width = heads.map((head) => head.length);
  let written: readonly Row[] = [];
  for (const rows of blocks(table.rows)) {
    width = widths(width, rows);
    if (written.length === 0) yield align(heads, width);
    const known = [...written, ...rows];
    for (let at = written.length; at < known.length; at++) {
      if (partsRuns([known[at - 2], known[at - 1], known[at], known[at + 1]])) yield '\n';
      yield align(known[at] ?? [], width);
    }
    written = known.slice(-2);
  }
  if (written.length === 0) yield `${INDENT}${forTerminal(table.empty ?? 'None.')}\n`;
}

export const text: Format = {
  name: 'txt',
  mediaType: 'text/plain',
  parameters: 'charset=utf-8',
  description: 'The headline and all tables, aligned, for a terminal; findings by file, each with its line.',
  *write(answer: Answer): Generator<string> {
    yield `${forTerminal(answer.headline())}\n`;
    if (answer.findings) yield* findingsText(answer.findings());
    else for (const table of answer.tables()) yield* writeTable(table);
  },
};
