/** The items of one JSON `List`, cut out of its bytes and handed on one at a time. */

import { isObject, type LinePosition, own, pointerTo } from './document.ts';
import { reportJsonDuplicates } from './json-keys.ts';
import type { Pieces } from './json-pieces.ts';
import { JsonSpan } from './json-span.ts';
import type { JsonText } from './json-text.ts';
import { SliceDocument } from './parsed-document.ts';
import type { Piece } from './piece.ts';
import { type ItemType, typedItem } from './recall.ts';
import { unfold } from './unfold.ts';

const COMMA = 44;
const CLOSE_ARRAY = 93;
const MALFORMED = 'This item of the list is not well-formed JSON.';
const COMMAS = 'A comma is missing between two items of this list, or one too many stands here.';

/** An item that has been cut out. */
interface Item {
  readonly text: string;
  readonly from: LinePosition;
  readonly index: number;
}

export interface ItemsList {
  readonly from: LinePosition;
  /** Whether the list has said what type its items have that have none of their own. */
  readonly told: boolean;
  readonly type: ItemType | undefined;
}

export class ListItems {
  readonly #pieces: Pieces;
  #list: ItemsList;
  readonly #document: SliceDocument;
  #span: JsonSpan | undefined;
  #from: LinePosition;
  #index = 0;
  #commas = 0;
  #misplaced = false;
  #ended = false;
  /** Items from the first on whose type must be told first. */
  #held: Item[] = [];

  constructor(pieces: Pieces, list: ItemsList) {
    this.#pieces = pieces;
    this.#list = list;
    this.#from = list.from;
    this.#document = new SliceDocument({ source: pieces.at(list.from), start: 0, end: 0, prefix: '' });
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** Goes on at an index; gives that of the bracket that closes the list, or the end of the bytes. */
  read(bytes: Uint8Array, start: number): number {
    let at = start;
    while (at < bytes.length && !this.#ended && !this.#pieces.stopped) {
      at = this.#span ? this.#readItem(this.#span, bytes, at) : this.#between(bytes[at] ?? 0, at);
    }
    return at;
  }

  /** The type that items have from their list is known now, or never will be. */
  tell(type: ItemType | undefined): void {
    this.#list = { ...this.#list, told: true, type };
    const held = this.#held;
    this.#held = [];
    for (const item of held) this.#readText(item);
  }

  #between(byte: number, at: number): number {
    const { counter } = this.#pieces;
    if (byte === CLOSE_ARRAY) {
      this.#expectCommas(0);
      this.#ended = true;
      return at;
    }
    if (byte === COMMA) this.#commas += 1;
    else if (!isSpace(byte)) {
      this.#expectCommas(this.#index === 0 ? 0 : 1);
      this.#commas = 0;
      this.#span = new JsonSpan();
      this.#from = counter.position;
      return at;
    }
    counter.passCode(byte);
    return at + 1;
  }

  #expectCommas(count: number): void {
    if (this.#commas === count || this.#misplaced) return;
    this.#misplaced = true;
    this.#pieces.fault(this.#pieces.counter.position, 'YML001', COMMAS);
  }

  #readItem(span: JsonSpan, bytes: Uint8Array, at: number): number {
    const end = span.read(bytes, at);
    this.#pieces.run.add(bytes.subarray(at, end));
    if (span.ended) {
      this.#span = undefined;
      this.#finish(this.#pieces.take());
      this.#index += 1;
    }
    return end;
  }

  #finish(text: string | undefined): void {
    const item = { text: text ?? '', from: this.#from, index: this.#index };
    if (text === undefined) {
      const { pieceBytes } = this.#pieces.intake.limits;
      const message = `This item of the list is longer than ${pieceBytes} bytes, the most that is read.`;
      this.#pieces.fault(item.from, 'YML006', message);
    } else if (this.#held.length > 0) this.#held.push(item);
    else this.#readText(item);
  }

  #readText(item: Item): void {
    const handOn = (read: JsonText, piece: Piece) => this.#handOn(read, piece, item);
    this.#pieces.read(item.text, item.from, { malformed: MALFORMED, handOn });
  }

  #handOn({ value, scan }: JsonText, source: Piece, item: Item): void {
    const { intake } = this.#pieces;
    const { type, told } = this.#list;
    if (!told && isObject(value) && (own(value, 'kind') === undefined || own(value, 'apiVersion') === undefined)) {
      this.#held.push(item);
      return;
    }
    const slice = { start: 0, end: item.text.length };
    if (scan) reportJsonDuplicates({ source, slice, scan, value }, intake);
    const place = { document: this.#document, pointer: pointerTo('/items', item.index), at: item.from };
    const recall = intake.recall.json.withType(type);
    unfold({ source, ...slice, prefix: '', value: typedItem(value, type), place, recall }, intake);
  }
}

/** White space of JSON (RFC 8259 §2). */
export function isSpace(byte: number): boolean {
  return byte === 32 || byte === 10 || byte === 13 || byte === 9;
}
