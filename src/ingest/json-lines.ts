/** NDJSON, cut at its line ends while its bytes arrive. A broken line costs nothing but itself. */

import { handOn } from './json-documents.ts';
import type { Pieces } from './json-pieces.ts';
import { skipSpace } from './json-scan.ts';
import type { JsonText } from './json-text.ts';
import { LineCounter } from './line-counter.ts';
import type { Piece } from './piece.ts';

const LF = 10;
const MALFORMED = 'This line is not well-formed JSON. In a file of JSON lines every line is one whole object.';

export class JsonLines {
  readonly #pieces: Pieces;

  constructor(pieces: Pieces) {
    this.#pieces = pieces;
  }

  feed(bytes: Uint8Array): void {
    const { run, counter } = this.#pieces;
    let start = 0;
    for (let end = bytes.indexOf(LF); end >= 0 && !this.#pieces.stopped; end = bytes.indexOf(LF, start)) {
      run.add(bytes.subarray(start, end));
      this.#read();
      counter.passCode(LF);
      start = end + 1;
    }
    if (!this.#pieces.stopped) run.add(bytes.subarray(start));
  }

  end(): void {
    if (!this.#pieces.stopped) this.#read();
  }

  #read(): void {
    const pieces = this.#pieces;
    const { position } = pieces.counter;
    const line = pieces.take();
    if (line === undefined) {
      const { pieceBytes } = pieces.intake.limits;
      const message = `This line is longer than ${pieceBytes} bytes. Print one object per line, as jq -c '.items[]' does.`;
      pieces.fault(position, 'YML006', message);
      return;
    }
    const start = skipSpace(line, 0);
    if (start === line.length) return;
    const text = start === 0 ? line : line.slice(start);
    const from = start === 0 ? position : new LineCounter(position).pass(line.slice(0, start)).position;
    pieces.read(text, { from, malformed: MALFORMED, handOn: (read, piece) => this.#handOn(read, piece) });
  }

  #handOn({ value, scan }: JsonText, piece: Piece): void {
    handOn(piece, { slice: { start: 0, end: piece.text.length }, value, scan }, this.#pieces.intake);
  }
}
