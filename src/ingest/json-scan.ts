/**
 * A linear look at JSON (RFC 8259 §2) before `JSON.parse`: where a value ends, how deep it nests, how many keys it
 * writes, which keys its top level has, and where the items of a list lie. It does not judge the JSON; the parser does.
 */

import type { Slice } from './yaml-split.ts';

/** One item of the root array, or of the root object's `items`. */
export interface JsonItem extends Slice {
  /** Keys written inside the item. */
  readonly keys: number;
}

export interface JsonScan {
  /** The offset behind the value; -1 when it never ends. */
  readonly end: number;
  /** The offset of the first bracket beyond the nesting limit; -1 without one. The scan stops there. */
  readonly tooDeep: number;
  /** Keys written in the whole value, equal ones counted each. */
  readonly keys: number;
  readonly topKeys: readonly string[];
  /** In order. */
  readonly items: readonly JsonItem[];
  /** Whether the text ends inside the root object's `items`. */
  readonly inItems: boolean;
}

/** Scans the object or array that starts at `start`. */
export function scanJson(text: string, start: number, nesting: number): JsonScan {
  return new Scanner(text, nesting).scan(start);
}

/** The offset of the first character at or after `at` that is no white space. */
export function skipSpace(text: string, at: number): number {
  let next = at;
  while (next < text.length && isSpace(text.charCodeAt(next))) next += 1;
  return next;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}

const SPACE = 32;
const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const OPEN_ARRAY = 91;
const BACKSLASH = 92;
const CLOSE_ARRAY = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;
const MOST_TOP_KEYS = 64;
const ENDS_WORD = ' \t\r\n,:"{}[]';

class Scanner {
  readonly #text: string;
  readonly #nesting: number;
  readonly #topKeys: string[] = [];
  #items: JsonItem[] = [];
  #depth = 0;
  #keys = 0;
  #tooDeep = -1;
  /** The offset behind the last closing bracket. */
  #closed = 0;
  /** Depth of the list whose items are noted; 0 for none. */
  #listDepth = 0;
  /** Whether the value that comes next is that of the root's `items`. */
  #awaitsItems = false;
  #lastString: Slice = { start: 0, end: 0 };
  #item = { start: 0, keys: 0 };

  constructor(text: string, nesting: number) {
    this.#text = text;
    this.#nesting = nesting;
  }

  scan(start: number): JsonScan {
    const text = this.#text;
    let at = start;
    do {
      at = this.#step(text.charCodeAt(at), at);
      // Most of a printed manifest is indentation: stepping over it here halves the time.
      while (at < text.length && text.charCodeAt(at) <= SPACE) at += 1;
    } while (at < text.length && this.#depth > 0 && this.#tooDeep < 0);
    return {
      end: this.#depth === 0 ? this.#closed : -1,
      tooDeep: this.#tooDeep,
      keys: this.#keys,
      topKeys: this.#topKeys,
      items: this.#items,
      inItems: this.#listDepth === 2,
    };
  }

  /** Reads one character, or one string, and gives the offset behind it. */
  #step(code: number, at: number): number {
    switch (code) {
      case QUOTE: {
        const end = stringEnd(this.#text, at);
        if (this.#depth === 1) this.#lastString = { start: at, end };
        if (this.#listDepth > 0 && this.#depth === this.#listDepth) this.#items.push({ start: at, end, keys: 0 });
        return end;
      }
      case OPEN_OBJECT:
      case OPEN_ARRAY:
        this.#open(at);
        break;
      case CLOSE_OBJECT:
      case CLOSE_ARRAY:
        this.#close(at);
        break;
      case COLON:
        this.#colon();
        break;
      case COMMA:
        this.#awaitsItems = false;
        break;
      default:
        if (this.#listDepth > 0 && this.#depth === this.#listDepth) return this.#word(at);
    }
    return at + 1;
  }

  /** A number or a word that is an item of the list. */
  #word(start: number): number {
    const text = this.#text;
    let end = start + 1;
    while (end < text.length && !ENDS_WORD.includes(text[end] ?? '')) end += 1;
    this.#items.push({ start, end, keys: 0 });
    return end;
  }

  #open(at: number): void {
    this.#depth += 1;
    if (this.#depth > this.#nesting) this.#tooDeep = at;
    if (this.#depth === 1 && this.#text.charCodeAt(at) === OPEN_ARRAY) {
      this.#listDepth = 1;
    } else if (this.#awaitsItems && this.#text.charCodeAt(at) === OPEN_ARRAY) {
      this.#listDepth = 2;
      this.#items = [];
    } else if (this.#listDepth > 0 && this.#depth === this.#listDepth + 1) {
      this.#item = { start: at, keys: this.#keys };
    }
    this.#awaitsItems = false;
  }

  #close(at: number): void {
    if (this.#listDepth > 0 && this.#depth === this.#listDepth + 1) {
      this.#items.push({ start: this.#item.start, end: at + 1, keys: this.#keys - this.#item.keys });
    } else if (this.#depth === this.#listDepth) {
      this.#listDepth = 0;
    }
    this.#depth -= 1;
    this.#closed = at + 1;
  }

  #colon(): void {
    this.#keys += 1;
    if (this.#depth !== 1) return;
    const { start, end } = this.#lastString;
    const name = this.#text.slice(start + 1, end - 1);
    this.#awaitsItems = name === 'items';
    if (this.#topKeys.length < MOST_TOP_KEYS) this.#topKeys.push(name);
  }
}

/** The offset behind the string that opens at `start`; the text's end when it never closes. */
export function stringEnd(text: string, start: number): number {
  let quote = text.indexOf('"', start + 1);
  while (quote >= 0) {
    let backslashes = 0;
    while (text.charCodeAt(quote - 1 - backslashes) === BACKSLASH) backslashes += 1;
    if (backslashes % 2 === 0) return quote + 1;
    quote = text.indexOf('"', quote + 1);
  }
  return text.length;
}
