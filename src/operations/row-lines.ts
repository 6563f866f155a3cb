/**
 * Kernel: rows of the matrix as the lines of their records. A large matrix has millions of runs, so that their numbers
 * are copied from a table of digits, what follows the runs of a cell from where it was written first, and no string is
 * made at all.
 */

import { isEmpty } from '../algebra/connection-set.ts';
import type { Cell, Row } from '../engine/reach.ts';
import type { AskedMatrix } from '../queries/matrix/asked-matrix.ts';
import { roomFor, withRoom } from '../queries/matrix/room.ts';
import { WrittenRecords } from '../render/answer.ts';
import { connectionJson } from './connection-json.ts';
import { Digits } from './digits.ts';

const NEWLINE = 10;
const COMMA = 44;
const DASH = 45;
const CLOSING_BRACKET = 93;
const CLOSING_BRACE = 125;
/** What stands before the runs of a cell. */
const OPENING = '{"classes":"';
const WORD = 8;
/** `{"t":"row","from":1234567890,"to":[`, what ends a row, and what is copied beyond a number or a text. */
const FRAME = 64;
/** Lines are handed on in pieces of about the size of one write to a socket. */
const PIECE = 65_536;

export class RowLines {
  readonly #matrix: AskedMatrix;
  readonly #encoder = new TextEncoder();
  readonly #digits: Digits;
  /** Room for a piece and what a row is longer; what is handed on is copied out of it. */
  #bytes = new Uint8Array(PIECE);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;
  /** By the number of a cell, what follows its runs and opens the next: a part of all those texts. */
  #texts: Uint8Array<ArrayBuffer>;
  #words: DataView;
  #starts: Int32Array<ArrayBuffer>;
  #lengths: Int32Array<ArrayBuffer>;
  #written = 0;
  readonly #lastAsked: number;

  /** Is to be told of every row that the matrix groups. */
  constructor(matrix: AskedMatrix) {
    const classes = matrix.reach.destinations.members.length;
    this.#matrix = matrix;
    this.#lastAsked = matrix.lastAsked;
    this.#digits = new Digits(classes);
    this.#texts = new Uint8Array(roomFor(classes) * 16);
    this.#words = new DataView(this.#texts.buffer);
    this.#starts = new Int32Array(roomFor(classes));
    this.#lengths = new Int32Array(roomFor(classes));
  }

  /** Whether what was added is worth handing on. */
  get isFull(): boolean {
    return this.#length > (PIECE * 3) / 4;
  }

  /** Hands on what was added since the last time. */
  *take(): Generator<WrittenRecords> {
    if (this.#length === 0) return;
    yield new WrittenRecords('row', new Uint8Array(this.#bytes.subarray(0, this.#length)));
    this.#length = 0;
  }

  /** Adds no line where the row holds nothing that is asked for. */
  add(row: Row): void {
    const { count, cells, first, next, fresh } = this.#matrix.groupsOf(row);
    if (count === 0) return;
    if (fresh.length > 0) this.#learn(fresh);
    const longest = FRAME + row.cells.length * (2 * this.#digits.longest + 2);
    this.#makeRoom(longest);
    this.#text(`{"t":"row","from":${row.source},"to":[${OPENING}`);
    for (let i = 0; i < count; i++) {
      const number = cells[i] as number;
      this.#makeRoom(longest + (this.#lengths[number] as number));
      this.#runs(first[number] as number, next, row);
      this.#append(number);
    }
    // No cell follows the last.
    this.#length -= OPENING.length + 1;
    this.#bytes[this.#length++] = CLOSING_BRACKET;
    this.#bytes[this.#length++] = CLOSING_BRACE;
    this.#bytes[this.#length++] = NEWLINE;
  }

  /** Destination classes as runs: `3-17,20`. */
  #runs(head: number, next: Int32Array, { firsts, lasts }: Row): void {
    const { bytes: digits, lengths } = this.#digits;
    const [bytes, view, end] = [this.#bytes, this.#view, this.#lastAsked];
    let at = this.#length;
    for (let run = head - 1; run >= 0; run = (next[run] as number) - 1) {
      const first = firsts[run] as number;
      const last = Math.min(lasts[run] as number, end);
      view.setFloat64(at, digits.getFloat64(WORD * first, true), true);
      at += lengths[first] as number;
      // Whether a run has one class cannot be foreseen: the last is written in any case, and counts where it is another.
      bytes[at] = DASH;
      view.setFloat64(at + 1, digits.getFloat64(WORD * last, true), true);
      at += ((first - last) >> 31) & (1 + (lengths[last] as number));
      bytes[at++] = COMMA;
    }
    this.#length = at - 1;
  }

  #text(text: string): void {
    for (let i = 0; i < text.length; i++) this.#bytes[this.#length++] = text.charCodeAt(i);
  }

  /**
   * Most texts are short, and copied word by word, as digits are, sooner than `set` is called; what is copied beyond is
   * overwritten.
   */
  #append(number: number): void {
    const [view, words, to] = [this.#view, this.#words, this.#length];
    const from = this.#starts[number] as number;
    const length = this.#lengths[number] as number;
    for (let i = 0; i < length; i += WORD) view.setFloat64(to + i, words.getFloat64(from + i, true), true);
    this.#length = to + length;
  }

  /** For so many bytes more. */
  #makeRoom(bytes: number): void {
    if (this.#length + bytes <= this.#bytes.length) return;
    this.#bytes = withRoom(this.#bytes, this.#length + bytes);
    this.#view = new DataView(this.#bytes.buffer);
  }

  #learn(numbers: readonly number[]): void {
    for (const number of numbers) {
      const text = this.#encoder.encode(`",${cellText(this.#matrix.cells.cellOf(number))},${OPENING}`);
      this.#texts = withRoom(this.#texts, this.#written + text.length + WORD);
      this.#starts = withRoom(this.#starts, number + 1);
      this.#lengths = withRoom(this.#lengths, number + 1);
      this.#texts.set(text, this.#written);
      this.#starts[number] = this.#written;
      this.#lengths[number] = text.length;
      this.#written += text.length;
    }
    this.#words = new DataView(this.#texts.buffer);
  }
}

/** The JSON of a cell, as members of an object that are its last. */
function cellText({ allow, unknown }: Cell): string {
  const json = { allow: connectionJson(allow), ...(isEmpty(unknown) ? {} : { unknown: connectionJson(unknown) }) };
  return JSON.stringify(json).slice(1);
}
