/**
 * Kernel: rows of the matrix as the lines of their records. A large matrix has millions of runs, so that their numbers
 * are copied from a table of digits, what follows the runs of a cell from where it was written first, and no string is
 * made at all.
 */

import { isEmpty } from '../algebra/connection-set.ts';
import type { Row } from '../engine/reach.ts';
import type { AskedMatrix } from '../queries/matrix/asked-matrix.ts';
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
/** The bytes of a run at its longest: two numbers of eight digits each, a dash and a comma. */
const LONGEST = 18;
/** `{"t":"row","from":1234567890,"to":[` and what ends a row. */
const FRAME = 48;
const NONE = -1;
/** Lines are handed on in pieces of about the size of one write to a socket. */
const PIECE = 65_536;

export class RowLines {
  readonly #matrix: AskedMatrix;
  readonly #encoder = new TextEncoder();
  readonly #digits: Digits;
  #bytes = new Uint8Array(PIECE);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;
  /** By the number of a cell: what follows its runs and opens the next, as a part of all those texts; 0 is unknown. */
  #texts = new Uint8Array(1 << 14);
  #written = 1;
  #starts = new Int32Array(1024);
  #lengths = new Int32Array(1024);

  constructor(matrix: AskedMatrix) {
    this.#matrix = matrix;
    this.#digits = new Digits(matrix.reach.destinations.members.length);
  }

  /** Whether what was added is worth handing on. */
  get isFull(): boolean {
    return this.#length > (PIECE * 3) / 4;
  }

  /** Hands on what was added since the last time. */
  *take(): Generator<WrittenRecords> {
    if (this.#length === 0) return;
    yield new WrittenRecords('row', this.#bytes.subarray(0, this.#length));
    this.#bytes = new Uint8Array(PIECE);
    this.#view = new DataView(this.#bytes.buffer);
    this.#length = 0;
  }

  /** Adds no line where the row holds nothing that is asked for. */
  add(row: Row): void {
    const { count, cells, first, next } = this.#matrix.groupsOf(row);
    if (count === 0) return;
    this.#reserve(cells, count, row.cells.length);
    this.#text(`{"t":"row","from":${row.source},"to":[${OPENING}`);
    for (let i = 0; i < count; i++) {
      const number = cells[i] as number;
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
    const { words, lengths } = this.#digits;
    const [bytes, view, end] = [this.#bytes, this.#view, this.#matrix.lastAsked];
    let at = this.#length;
    for (let run = head; run !== NONE; run = next[run] as number) {
      const first = firsts[run] as number;
      const last = Math.min(lasts[run] as number, end);
      view.setInt32(at, words[2 * first] as number);
      if ((lengths[first] as number) > 4) view.setInt32(at + 4, words[2 * first + 1] as number);
      at += lengths[first] as number;
      if (last > first) {
        bytes[at++] = DASH;
        view.setInt32(at, words[2 * last] as number);
        if ((lengths[last] as number) > 4) view.setInt32(at + 4, words[2 * last + 1] as number);
        at += lengths[last] as number;
      }
      bytes[at++] = COMMA;
    }
    this.#length = at - 1;
  }

  #text(text: string): void {
    for (let i = 0; i < text.length; i++) this.#bytes[this.#length++] = text.charCodeAt(i);
  }

  /** Most texts are short, and copied sooner than `set` is called. */
  #append(number: number): void {
    const [bytes, texts, to] = [this.#bytes, this.#texts, this.#length];
    const from = this.#starts[number] as number;
    const length = this.#lengths[number] as number;
    for (let i = 0; i < length; i++) bytes[to + i] = texts[from + i] as number;
    this.#length = to + length;
  }

  /** Room for a row, whose cells are known then. */
  #reserve(cells: Int32Array, count: number, runs: number): void {
    let most = this.#length + FRAME + runs * LONGEST;
    for (let i = 0; i < count; i++) {
      const number = cells[i] as number;
      if (number >= this.#starts.length || this.#starts[number] === 0) this.#learn(number);
      most += this.#lengths[number] as number;
    }
    if (most <= this.#bytes.length) return;
    this.#bytes = grown(this.#bytes, most);
    this.#view = new DataView(this.#bytes.buffer);
  }

  #learn(number: number): void {
    const { allow, unknown } = this.#matrix.cells.cellOf(number);
    const json = { allow: connectionJson(allow), ...(isEmpty(unknown) ? {} : { unknown: connectionJson(unknown) }) };
    const text = this.#encoder.encode(`",${JSON.stringify(json).slice(1)},${OPENING}`);
    if (this.#written + text.length > this.#texts.length) {
      this.#texts = grown(this.#texts, 2 * (this.#written + text.length));
    }
    this.#texts.set(text, this.#written);
    if (number >= this.#starts.length) {
      this.#starts = longer(this.#starts, number * 2);
      this.#lengths = longer(this.#lengths, number * 2);
    }
    this.#starts[number] = this.#written;
    this.#lengths[number] = text.length;
    this.#written += text.length;
  }
}

function grown(bytes: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const more = new Uint8Array(length);
  more.set(bytes);
  return more;
}

function longer(list: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const more = new Int32Array(length);
  more.set(list);
  return more;
}
