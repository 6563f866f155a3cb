/**
 * Offsets of a text to lines and columns. A line ends at LF, CRLF or a lone CR, as in YAML 1.2 §5.4; columns count
 * UTF-16 code units, as SARIF 2.1.0 §3.14.17 and editors do.
 */

import type { LinePosition, Source } from './document.ts';

const LF = 10;
const CR = 13;
const START: LinePosition = { line: 1, column: 1 };

/** Made in one pass over the text, four bytes per line; each look-up is a binary search. */
export class LineTable {
  /** Where each line starts; the first `#lines` count. */
  #starts = new Uint32Array(64);
  #lines = 1;

  constructor(text: string) {
    if (text.includes('\r')) {
      for (let at = 0; at < text.length; at += 1) if (endsLine(text, at)) this.#begin(at + 1);
      return;
    }
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#begin(at + 1);
  }

  #begin(start: number): void {
    if (this.#lines === this.#starts.length) {
      const grown = new Uint32Array(this.#lines * 2);
      grown.set(this.#starts);
      this.#starts = grown;
    }
    this.#starts[this.#lines] = start;
    this.#lines += 1;
  }

  at(offset: number): LinePosition {
    let low = 0;
    let high = this.#lines - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
  }
}

/** The line table of one source at a time: the last one asked for, so that memory stays bounded. */
export class LastLineTable {
  #source: Source | undefined;
  #table = new LineTable('');

  at(source: Source, offset: number): LinePosition {
    if (this.#source !== source) {
      this.#table = new LineTable(source.text);
      this.#source = source;
    }
    return shifted(source.from ?? START, this.#table.at(offset));
  }
}

/** A position in a text that begins at `from`. */
function shifted(from: LinePosition, { line, column }: LinePosition): LinePosition {
  return line === 1 ? { line: from.line, column: from.column + column - 1 } : { line: from.line + line - 1, column };
}

function endsLine(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === LF || (code === CR && text.charCodeAt(at + 1) !== LF);
}
