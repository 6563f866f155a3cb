/**
 * One value of a file of JSON while its bytes arrive: a `List` is cut into its items, anything else is read as a whole.
 * kubectl writes the kind of a list behind its items; so items are handed on before it is known, and need a kind of
 * their own then.
 */

import { isObject, type JsonObject, type JsonValue, type LinePosition, own } from './document.ts';
import { Fault } from './fault.ts';
import type { Piece } from './intake.ts';
import { handOn } from './json-documents.ts';
import { JsonFrame } from './json-frame.ts';
import { SOME_KEY_TWICE } from './json-keys.ts';
import type { Pieces } from './json-pieces.ts';
import { countKeys, type JsonText, readJson } from './json-text.ts';
import { ListItems } from './list-items.ts';
import { parseJson } from './recall.ts';
import { itemType } from './unfold.ts';

const MALFORMED = 'What begins here is not well-formed JSON.';
const FRAME = 'What stands around the items of this list is not well-formed JSON.';
const NO_LIST = 'The items of this object were read, but it says behind them that it is no list. Put its kind first.';
const ITEMS_TWICE = 'This list has "items" twice, so that nobody can tell which are meant; the first are read.';

export class ListValue {
  readonly #pieces: Pieces;
  readonly #from: LinePosition;
  readonly #frame = new JsonFrame();
  #text = '';
  #items: ListItems | undefined;
  /** Whether the items were handed on. */
  #cut = false;
  #tooLong = false;
  #ended = false;

  /** It begins where the reading has come to. */
  constructor(pieces: Pieces) {
    this.#pieces = pieces;
    this.#from = pieces.counter.position;
  }

  get from(): LinePosition {
    return this.#from;
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** Goes on at an index; gives the index to go on at. */
  read(bytes: Uint8Array, start: number): number {
    if (this.#items) {
      const end = this.#items.read(bytes, start);
      if (this.#items.ended) this.#items = undefined;
      return end;
    }
    const end = this.#frame.read(bytes, start);
    this.#pieces.run.add(bytes.subarray(start, end));
    if (this.#frame.state === 'items') this.#open();
    if (this.#frame.state === 'ended') this.#close();
    return end;
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
    const type = kind === undefined ? undefined : itemType(head);
    this.#cut = true;
    this.#items = new ListItems(this.#pieces, { from: this.#from, type, told: type !== undefined || kind === 'List' });
  }

  #close(): void {
    this.#ended = true;
    const text = this.#take();
    const { pieceBytes } = this.#pieces.intake.limits;
    if (this.#tooLong) {
      const message = `What begins here is longer than ${pieceBytes} bytes, the most that is read of one object.`;
      this.#pieces.fault(this.#from, 'YML006', message);
    } else if (this.#cut) this.#readFrame(text);
    else {
      const hand = (read: JsonText, piece: Piece) => this.#handOn(read, piece);
      this.#pieces.read(text, { from: this.#from, malformed: MALFORMED, handOn: hand });
    }
  }

  #handOn({ value, scan }: JsonText, piece: Piece): void {
    handOn(piece, { slice: { start: 0, end: piece.text.length }, value, scan }, this.#pieces.intake);
  }

  #readFrame(text: string): void {
    const { intake } = this.#pieces;
    const read = readJson(text, intake.limits);
    if (read === undefined || read instanceof Fault || !isObject(read.value)) {
      this.#pieces.fault(this.#from, 'YML001', FRAME);
      return;
    }
    const { value, scan } = read;
    if (!isListKind(own(value, 'kind'))) this.#pieces.fault(this.#from, 'YML001', NO_LIST);
    if (!hasNoItems(value)) this.#pieces.fault(this.#from, 'YML001', ITEMS_TWICE);
    if (scan && scan.keys > countKeys(value, Number.POSITIVE_INFINITY)) {
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
