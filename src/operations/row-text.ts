/**
 * Kernel: a row of the matrix as the JSON text of its record. A large matrix has millions of runs, so that their numbers
 * are written as bytes from a table, and no string is made but the whole row.
 */

import { isEmpty } from '../algebra/connection-set.ts';
import type { Cell, Row } from '../engine/reach.ts';
import type { AskedMatrix } from '../queries/matrix/asked-matrix.ts';
import { connectionJson } from './connection-json.ts';

const COMMA = 44;
const DASH = 45;
const ZERO = 48;
/** The bytes of a run at its longest: two numbers of a class, a dash and a comma. */
const LONGEST = 22;
const NONE = -1;

export class RowText {
  readonly #matrix: AskedMatrix;
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder();
  #bytes: Uint8Array<ArrayBuffer> = new Uint8Array(1 << 16);
  #length = 0;
  /** The reach's number of a cell to ours: equal cells that a query has cut have one. */
  readonly #numbers: number[] = [];
  readonly #known = new Map<Cell, number>();
  /** By our number: what follows the runs of a cell; the first and the last run of the row, and the one after each. */
  readonly #ends: Uint8Array[] = [];
  #first = new Int32Array(64).fill(NONE);
  #last = new Int32Array(64);
  #next = new Int32Array(64);

  constructor(matrix: AskedMatrix) {
    this.#matrix = matrix;
  }

  /** Nothing where the row holds nothing that is asked for. */
  of({ source, firsts, lasts, cells }: Row): string | undefined {
    const found = this.#group(cells, firsts);
    if (found.length === 0) return undefined;
    this.#length = 0;
    this.#text(`{"t":"row","from":${source},"to":[`);
    for (let i = 0; i < found.length; i++) {
      const number = found[i] as number;
      this.#text(i === 0 ? '{"classes":"' : ',{"classes":"');
      this.#runs(this.#first[number] as number, firsts, lasts);
      this.#append(this.#ends[number] as Uint8Array);
      this.#first[number] = NONE;
    }
    this.#text(']}');
    return this.#decoder.decode(this.#bytes.subarray(0, this.#length));
  }

  /** Links the runs of each cell; gives the cells in the order of their first runs. */
  #group(cells: Int32Array, firsts: Int32Array): number[] {
    const found: number[] = [];
    if (this.#next.length < cells.length) this.#next = new Int32Array(cells.length * 2);
    for (let run = 0; run < cells.length; run++) {
      if ((firsts[run] as number) > this.#matrix.lastAsked) break;
      const number = this.#numbers[cells[run] as number] ?? this.#learn(cells[run] as number);
      if (number === NONE) continue;
      if (this.#first[number] === NONE) {
        this.#first[number] = run;
        found.push(number);
      } else this.#next[this.#last[number] as number] = run;
      this.#last[number] = run;
      this.#next[run] = NONE;
    }
    return found;
  }

  #learn(id: number): number {
    const cell = this.#matrix.cells.at(id);
    const number = cell === null ? NONE : (this.#known.get(cell) ?? this.#add(cell));
    this.#numbers[id] = number;
    return number;
  }

  #add(cell: Cell): number {
    const { allow, unknown } = cell;
    const json = { allow: connectionJson(allow), ...(isEmpty(unknown) ? {} : { unknown: connectionJson(unknown) }) };
    const number = this.#ends.push(this.#encoder.encode(`",${JSON.stringify(json).slice(1)}`)) - 1;
    this.#known.set(cell, number);
    if (number >= this.#first.length) {
      const grown = new Int32Array(number * 2).fill(NONE);
      grown.set(this.#first);
      this.#first = grown;
      const last = new Int32Array(number * 2);
      last.set(this.#last);
      this.#last = last;
    }
    return number;
  }

  /** Destination classes as runs: `3-17,20`. */
  #runs(head: number, firsts: Int32Array, lasts: Int32Array): void {
    const next = this.#next;
    const end = this.#matrix.lastAsked;
    for (let run = head; run !== NONE; run = next[run] as number) {
      this.#reserve(LONGEST);
      const bytes = this.#bytes;
      if (run !== head) bytes[this.#length++] = COMMA;
      const first = firsts[run] as number;
      const last = Math.min(lasts[run] as number, end);
      this.#length = writeNumber(bytes, this.#length, first);
      if (first === last) continue;
      bytes[this.#length++] = DASH;
      this.#length = writeNumber(bytes, this.#length, last);
    }
  }

  #text(text: string): void {
    this.#reserve(text.length);
    for (let i = 0; i < text.length; i++) this.#bytes[this.#length++] = text.charCodeAt(i);
  }

  /** Most parts are short, and copied sooner than `set` is called. */
  #append(part: Uint8Array): void {
    this.#reserve(part.length);
    const [bytes, from] = [this.#bytes, this.#length];
    for (let i = 0; i < part.length; i++) bytes[from + i] = part[i] as number;
    this.#length += part.length;
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const grown = new Uint8Array((this.#length + more) * 2);
    grown.set(this.#bytes);
    this.#bytes = grown;
  }
}

/** Its digits; gives the place after them. */
function writeNumber(bytes: Uint8Array, at: number, number: number): number {
  let end = at + 1;
  for (let rest = number; rest > 9; rest = (rest / 10) | 0) end++;
  let rest = number;
  for (let i = end - 1; i >= at; i--) {
    const tens = (rest / 10) | 0;
    bytes[i] = ZERO + rest - tens * 10;
    rest = tens;
  }
  return end;
}
