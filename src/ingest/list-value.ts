/**
 * One value of a file of JSON while its bytes arrive: a `List` is cut into its items, anything else is read as a whole.
 * kubectl writes the kind of a list behind its items, which all have kinds of their own then; so they are handed on
 * before it is known.
 */

import { isObject, type JsonObject, type JsonValue, type LinePosition, own } from './document.ts';
import { Fault } from './fault.ts';
import { handOn } from './json-documents.ts';
import { JsonFrame } from './json-frame.ts';
import { SOME_KEY_TWICE } from './json-keys.ts';
import type { Pieces } from './json-pieces.ts';
import { countKeys, type JsonText, readJson } from './json-text.ts';
import { ListItems } from './list-items.ts';
import type { Piece } from './piece.ts';
import { parseJson } from './recall.ts';
import { itemType } from './unfold.ts';

const MALFORMED = 'What begins here is not well-formed JSON.';
const FRAME = 'What stands around the items of this list is not well-formed JSON.';
const NO_LIST = 'The items of this object were read, but it says behind them that it is no list. Put its kind first.';
const UNCLOSED = 'What begins here is never closed, so the file may be cut off. What is whole inside it is read.';
const ITEMS_TWICE = 'This list has "items" twice, so that nobody can tell which are meant; the first are read.';

export class ListValue {
  readonly #pieces: Pieces;
  readonly #from: LinePosition;
  readonly #frame = new JsonFrame();
  #text = '';
  /** The items, where they are cut out. */
  #items: ListItems | undefined;
  #tooLong = false;
  #ended = false;

  /** It begins where the reading has come to. */
  constructor(pieces: Pieces) {
    this.#pieces = pieces;
    this.#from = pieces.counter.position;
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** Goes on at an index; gives the index to go on at. */
  read(bytes: Uint8Array, start: number): number {
    if (this.#items && !this.#items.ended) return this.#items.read(bytes, start);
    const end = this.#frame.read(bytes, start);
    this.#pieces.run.add(bytes.subarray(start, end));
    if (this.#frame.state === 'items') this.#open();
    if (this.#frame.state === 'ended') this.#close();
    return end;
  }

  /** No more bytes come, and the value has not ended. */
  break(): void {
    this.#pieces.take();
    this.#items?.tell(undefined);
    this.#pieces.fault(this.#from, 'YML001', UNCLOSED);
  }

  /** The text of the frame up to here. */
  #take(): string {
    const text = this.#pieces.take();
    this.#tooLong ||= text === undefined;
    this.#text += text ?? '';
    return this.#text;
  }

  #open(): void {
    const head = parseJson(`${this.#take()}]}`);
    if (this.#tooLong || !isObject(head)) return;
    const kind = own(head, 'kind');
    if (kind !== undefined && !isListKind(kind)) return;
    const type = itemType(head);
    this.#items = new ListItems(this.#pieces, { from: this.#from, type, told: type !== undefined || kind === 'List' });
  }

  #close(): void {
    this.#ended = true;
    const text = this.#take();
    const { pieceBytes } = this.#pieces.intake.limits;
    if (this.#tooLong) {
      const message = `What begins here is longer than ${pieceBytes} bytes, the most that is read of one object.`;
      this.#pieces.fault(this.#from, 'YML006', message);
    } else if (this.#items) this.#readFrame(text, this.#items);
    else {
      const hand = (read: JsonText, piece: Piece) => this.#handOn(read, piece);
      this.#pieces.read(text, this.#from, { malformed: MALFORMED, handOn: hand });
    }
  }

  #handOn({ value, scan }: JsonText, piece: Piece): void {
    handOn(piece, { slice: { start: 0, end: piece.text.length }, value, scan }, this.#pieces.intake);
  }

  #readFrame(text: string, items: ListItems): void {
    const { intake } = this.#pieces;
    const read = readJson(text, intake.limits);
    const frame = read === undefined || read instanceof Fault || !isObject(read.value) ? undefined : read.value;
    items.tell(frame && itemType(frame));
    if (!frame) this.#pieces.fault(this.#from, 'YML001', FRAME);
    else if (!isListKind(own(frame, 'kind'))) this.#pieces.fault(this.#from, 'YML001', NO_LIST);
    else if (!hasNoItems(frame)) this.#pieces.fault(this.#from, 'YML001', ITEMS_TWICE);
    else if (read && 'scan' in read && read.scan && read.scan.keys > countKeys(frame, intake.limits.nesting)) {
      const place = { source: this.#pieces.at(this.#from), offset: 0 };
      intake.report({ rule: 'YML002', severity: 'error', message: SOME_KEY_TWICE, place });
    }
  }
}

function isListKind(kind: JsonValue | undefined): boolean {
  return typeof kind === 'string' && kind.endsWith('List');
}

/** The items were cut out of the text. */
function hasNoItems(frame: JsonObject): boolean {
  const items = own(frame, 'items');
  return Array.isArray(items) && items.length === 0;
}
