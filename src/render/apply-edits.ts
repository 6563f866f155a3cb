/** Edits of one file applied to its text: from its end to its beginning, so that none moves the place of another. */

import type { LinePosition, TextEdit } from '../ingest/index.ts';
import { byKeys } from '../util/ordering.ts';

/** Of edits that overlap, the one that begins first is applied. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const starts = lineStarts(text);
  const offsetOf = ({ line, column }: LinePosition) => (starts[line - 1] ?? text.length) + column - 1;
  const ranges = edits.map((edit) => ({ start: offsetOf(edit.start), end: offsetOf(edit.end), text: edit.text }));
  let result = '';
  let done = 0;
  for (const range of ranges.sort(
    byKeys(
      ({ start }) => start,
      ({ end }) => end,
    ),
  )) {
    if (range.start < done) continue;
    result += text.slice(done, range.start) + range.text;
    done = range.end;
  }
  return result + text.slice(done);
}

/** As in YAML 1.2 §5.4: a line ends at LF, CRLF or a lone CR. */
function lineStarts(text: string): number[] {
  return [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), ({ 0: ending, index }) => index + ending.length)];
}
