/**
 * NDJSON, cut at its line ends while its bytes arrive. A broken line costs nothing but itself. Lines that are there whole
 * become text together, for a text is searched and cut many times faster than bytes are.
 */

import { decodePart } from './decode-text.ts';
import type { LinePosition } from './document.ts';
import { handOn } from './json-documents.ts';
import type { PieceReader, Pieces } from './json-pieces.ts';
import { skipSpace } from './json-scan.ts';
import type { JsonText } from './json-text.ts';
import { LineCounter } from './line-counter.ts';
import type { Piece } from './piece.ts';

const LF = 10;
/** Bytes of lines that become text together. */
const BLOCK = 65_536;
const MALFORMED = 'This line is not well-formed JSON. In a file of JSON lines every line is one whole object.';

export class JsonLines implements PieceReader {
  readonly malformed = MALFORMED;
  readonly #pieces: Pieces;

  constructor(pieces: Pieces) {
    this.#pieces = pieces;
  }

  feed(bytes: Uint8Array): void {
    const { run, intake } = this.#pieces;
    const block = Math.min(BLOCK, intake.limits.pieceBytes);
    let at = 0;
    /** Up to here bytes are no text somewhere. */
    let wrong = 0;
    while (at < bytes.length && !this.#pieces.stopped) {
      const length = run.isEmpty && at >= wrong ? bytes.subarray(at, at + block).lastIndexOf(LF) + 1 : 0;
      const { text, fault } = decodePart(bytes.subarray(at, at + length));
      if (fault) wrong = at + length;
      if (length === 0 || fault) at = this.#readBytes(bytes, at);
      else {
        this.#readLines(text);
        at += length;
      }
    }
  }

  end(): void {
    if (!this.#pieces.stopped) this.#finish();
  }

  /** Goes on with a line, to its end where that is there; gives the index to go on at. */
  #readBytes(bytes: Uint8Array, start: number): number {
    const { run, counter } = this.#pieces;
    const end = bytes.indexOf(LF, start);
    run.add(bytes.subarray(start, end < 0 ? bytes.length : end));
    if (end < 0) return bytes.length;
    this.#finish();
    counter.passCode(LF);
    return end + 1;
  }

  #finish(): void {
    const pieces = this.#pieces;
    const { position } = pieces.counter;
    const line = pieces.take();
    if (line !== undefined) {
      this.#read(line, position);
      return;
    }
    const { pieceBytes } = pieces.intake.limits;
    const message = `This line is longer than ${pieceBytes} bytes. Print one object per line, as jq -c '.items[]' does.`;
    pieces.fault(position, 'YML006', message);
  }

  /** Reads whole lines. */
  #readLines(text: string): void {
    const { counter } = this.#pieces;
    for (let start = 0; start < text.length && !this.#pieces.stopped; ) {
      const end = text.indexOf('\n', start);
      const line = text.slice(start, end);
      const { position } = counter;
      counter.pass(line);
      this.#read(line, position);
      counter.passCode(LF);
      start = end + 1;
    }
  }

  #read(line: string, position: LinePosition): void {
    const start = skipSpace(line, 0);
    if (start === line.length) return;
    const text = start === 0 ? line : line.slice(start);
    const from = start === 0 ? position : new LineCounter(position).pass(line.slice(0, start)).position;
    this.#pieces.read(text, from, this);
  }

  handOn({ value, scan }: JsonText, piece: Piece): void {
    handOn(piece, { slice: { start: 0, end: piece.text.length }, value, scan }, this.#pieces.intake);
  }
}
