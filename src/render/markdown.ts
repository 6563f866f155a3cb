/** The headline and every table as GitHub Flavored Markdown (GFM §4.10), made for comments on a pull request. */

import { forMarkdown } from '../util/escape.ts';
import type { Answer, Table } from './answer.ts';
import { COMMENT_MARK, findingsMarkdown } from './findings/markdown.ts';
import type { Format } from './format.ts';

const line = (cells: readonly string[]): string => `| ${cells.map(forMarkdown).join(' | ')} |\n`;

function* writeTable(table: Table): Generator<string> {
  yield `\n### ${forMarkdown(table.title)}\n\n`;
  let begun = false;
  for (const row of table.rows) {
    if (!begun) yield `${line(table.columns)}|${' --- |'.repeat(table.columns.length)}\n`;
    begun = true;
    yield line(row);
  }
  if (!begun) yield `${forMarkdown(table.empty ?? 'None.')}\n`;
}

export const markdown: Format = {
  name: 'md',
  mediaType: 'text/markdown',
  parameters: 'charset=utf-8; variant=GFM',
  description: 'The headline and all tables, GitHub Flavored Markdown.',
  *write(answer: Answer): Generator<string> {
    if (answer.findings) yield `${COMMENT_MARK}\n`;
    yield `${forMarkdown(answer.headline())}\n`;
    if (answer.findings) yield* findingsMarkdown(answer.findings());
    else for (const table of answer.tables()) yield* writeTable(table);
  },
};
