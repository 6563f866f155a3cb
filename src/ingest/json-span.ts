/**
 * Where a JSON value ends that arrives as bytes: its brackets and strings are followed, nothing is judged. A chunk may
 * end anywhere, inside an escape or a character too, for no byte of a longer character is ASCII (RFC 3629 §3).
 */

const QUOTE = 34;
const COMMA = 44;
const OPEN_ARRAY = 91;
const BACKSLASH = 92;
const CLOSE_ARRAY = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

export class JsonSpan {
  #depth = 0;
  #inString = false;
  /** A backslash was the last byte. */
  #escaped = false;
  /** A number or a word has begun, which ends where something else begins. */
  #inWord = false;
  #ended = false;

  get ended(): boolean {
    return this.#ended;
  }

  /** Goes on at an index; gives the index behind the last byte that belongs to the value. */
  read(bytes: Uint8Array, start: number): number {
    let at = start;
    while (at < bytes.length) {
      if (this.#inString) {
        at = this.#string(bytes, at);
        if (this.#inString) return at;
        if (this.#depth === 0) return this.#end(at);
        continue;
      }
      const byte = bytes[at] ?? 0;
      if (this.#inWord && endsWord(byte)) return this.#end(at);
      at += 1;
      if (byte === QUOTE) this.#inString = true;
      else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) this.#depth += 1;
      else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) {
        this.#depth -= 1;
        if (this.#depth <= 0) return this.#end(at);
      } else if (this.#depth === 0) this.#inWord = true;
    }
    return at;
  }

  /** Goes on inside a string; gives the index behind its closing quote, or the end of the bytes. */
  #string(bytes: Uint8Array, start: number): number {
    let escaped = this.#escaped;
    for (let at = start; at < bytes.length; at += 1) {
      const byte = bytes[at];
      if (escaped) escaped = false;
      else if (byte === BACKSLASH) escaped = true;
      else if (byte === QUOTE) {
        this.#escaped = false;
        this.#inString = false;
        return at + 1;
      }
    }
    this.#escaped = escaped;
    return bytes.length;
  }

  #end(at: number): number {
    this.#ended = true;
    return at;
  }
}

function endsWord(byte: number): boolean {
  return byte <= 32 || byte === COMMA || byte === CLOSE_ARRAY || byte === CLOSE_OBJECT;
}
