/** The line and column that the reading of a file has come to, where its text is seen piece by piece and not kept. */

import type { LinePosition } from './document.ts';

const LF = 10;
const CR = 13;

/** Lines end as in `line-table.ts`. */
export class LineCounter {
  #line: number;
  #column: number;
  /** A CR was the last character: an LF that follows belongs to it. */
  #afterCr = false;

  constructor({ line, column }: LinePosition = { line: 1, column: 1 }) {
    this.#line = line;
    this.#column = column;
  }

  get position(): LinePosition {
    return { line: this.#line, column: this.#column };
  }

  /** Goes on behind a text. */
  pass(text: string): this {
    if (this.#afterCr || text.includes('\r')) {
      for (let at = 0; at < text.length; at += 1) this.passCode(text.charCodeAt(at));
      return this;
    }
    let last = -1;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      this.#line += 1;
      last = at;
    }
    this.#column = last < 0 ? this.#column + text.length : text.length - last;
    return this;
  }

  /** Goes on behind one character, or one half of a surrogate pair. */
  passCode(code: number): void {
    if (code === LF && this.#afterCr) {
      this.#afterCr = false;
      return;
    }
    this.#afterCr = code === CR;
    if (code === LF || code === CR) {
      this.#line += 1;
      this.#column = 1;
    } else this.#column += 1;
  }
}
