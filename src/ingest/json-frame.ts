/**
 * What stands around the items of a `List`: its bytes are followed to where the list of its `items` opens, and from
 * where that closes to the end of the value. A chunk may end anywhere.
 */

const QUOTE = 34;
const COLON = 58;
const OPEN_ARRAY = 91;
const BACKSLASH = 92;
const CLOSE_ARRAY = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;
const KEY = new TextEncoder().encode('"items"');
/** How much of `"items":` has been met when its colon has. */
const WITH_COLON = KEY.length + 1;

export class JsonFrame {
  #depth = 0;
  #inString = false;
  #escaped = false;
  /** How much of the key and its colon the last bytes are. */
  #matched = 0;
  /** `items`: the list of the items has just been opened, for the first time. */
  #state: 'open' | 'items' | 'ended' = 'open';
  #hasItems = false;

  get state(): 'open' | 'items' | 'ended' {
    return this.#state;
  }

  /** Goes on at an index, to where the state changes or the bytes end; gives the index behind what was read. */
  read(bytes: Uint8Array, start: number): number {
    this.#state = 'open';
    for (let at = start; at < bytes.length; at += 1) {
      const byte = bytes[at] ?? 0;
      if (this.#inString) this.#string(byte);
      else this.#structure(byte);
      if (this.#state !== 'open') return at + 1;
    }
    return bytes.length;
  }

  #string(byte: number): void {
    const continues = !this.#escaped && this.#matched > 0 && KEY[this.#matched] === byte;
    this.#matched = continues ? this.#matched + 1 : 0;
    if (this.#escaped) this.#escaped = false;
    else if (byte === BACKSLASH) this.#escaped = true;
    else if (byte === QUOTE) this.#inString = false;
  }

  #structure(byte: number): void {
    if (byte <= 32) return;
    const matched = this.#matched;
    this.#matched = 0;
    if (byte === QUOTE) {
      this.#inString = true;
      if (this.#depth === 1) this.#matched = 1;
    } else if (byte === COLON) {
      if (matched === KEY.length) this.#matched = WITH_COLON;
    } else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
      this.#depth += 1;
      if (byte === OPEN_ARRAY && matched === WITH_COLON && !this.#hasItems) {
        this.#hasItems = true;
        this.#state = 'items';
      }
    } else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) {
      this.#depth -= 1;
      if (this.#depth <= 0) this.#state = 'ended';
    }
  }
}
