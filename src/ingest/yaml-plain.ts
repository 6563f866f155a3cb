/**
 * The YAML that Kubernetes itself prints, and most people write: block mappings and lists of ASCII text, with scalars of
 * one line (YAML 1.2 §8.2). It is read in one pass without events, many times faster than by the parser, which judges
 * everything else: whatever might be something else here, or wrong, is left to it. So a text has one value, whoever
 * reads it.
 */

import type { JsonValue } from './document.ts';
import type { Limits } from './limits.ts';
import { plainScalar } from './scalar.ts';
import type { Slice } from './yaml-split.ts';

const ASCII = /^[\n\x20-\x7e]*$/;
/** A key, a comment, or spaces that do not count. */
const MORE_THAN_SCALAR = /: | #| $/;

const LF = 10;
const SPACE = 32;
const DOUBLE_QUOTE = 34;
const HASH = 35;
const SINGLE_QUOTE = 39;
const DASH = 45;
const COLON = 58;
const BACKSLASH = 92;

/** What a plain scalar may not begin with; a dash it may, where something stands right behind it. */
const INDICATORS = '?:,[]{}#&*!|>%@`';

/** A mapping or a list, and its offset in the slice that was read. */
export interface PlainYaml {
  readonly value: JsonValue;
  readonly offset: number;
}

/** Reads the document at a slice of a text; undefined where the parser must read it. */
export function readPlainYaml(text: string, slice: Slice, limits: Limits): PlainYaml | undefined {
  const { start, end } = slice;
  // No node takes less than a character.
  if (end - start > limits.nodes || !ASCII.test(text.slice(start, end))) return undefined;
  return new PlainReader(text, slice, limits.nesting).read();
}

/** Every method that gives a value gives undefined where the parser must read the text. */
class PlainReader {
  readonly #text: string;
  readonly #end: number;
  readonly #nesting: number;
  /** Where the line begins that comes next, behind its indentation; that is -1 at the end. */
  #at: number;
  #indent = -1;

  constructor(text: string, { start, end }: Slice, nesting: number) {
    this.#text = text;
    this.#end = end;
    // A scalar that is an empty collection is one level more.
    this.#nesting = nesting - 1;
    this.#at = start;
  }

  read(): PlainYaml | undefined {
    const start = this.#at;
    this.#seek(this.#text.startsWith('---\n', start) ? start + 4 : start);
    const offset = this.#at - start;
    const value = this.#indent === 0 ? this.#collection(0, 1) : undefined;
    return value !== undefined && this.#indent < 0 ? { value, offset } : undefined;
  }

  /** Goes from the start of a line to the next that holds more than a comment. */
  #seek(start: number): void {
    let line = start;
    let at = start;
    for (; at < this.#end; at += 1) {
      let code = this.#text.charCodeAt(at);
      if (code === HASH) {
        at = this.#lineEnd(at);
        code = LF;
      }
      if (code === LF) line = at + 1;
      else if (code !== SPACE) break;
    }
    this.#at = at;
    this.#indent = at < this.#end ? at - line : -1;
  }

  /** What begins at the next line. */
  #collection(indent: number, depth: number): JsonValue | undefined {
    if (depth > this.#nesting) return undefined;
    return this.#isItem() ? this.#list(indent, depth) : this.#mapping(indent, depth);
  }

  #mapping(indent: number, depth: number): JsonValue | undefined {
    const mapping: Record<string, JsonValue> = {};
    do {
      const end = this.#keyEnd(this.#at);
      const key = this.#text.slice(this.#at, end);
      // Keys that are no texts, that stand twice, or that every object has.
      if (end < 0 || plainScalar(key) !== key || mapping[key] !== undefined) return undefined;
      const value = this.#value(end + 1, indent, depth);
      if (value === undefined) return undefined;
      mapping[key] = value;
    } while (this.#indent === indent && !this.#isItem());
    return this.#indent < indent ? mapping : undefined;
  }

  #list(indent: number, depth: number): JsonValue | undefined {
    const list: JsonValue[] = [];
    do {
      const start = this.#at + 1;
      const content = this.#pastSpaces(start);
      if (this.#keyEnd(content) < 0) {
        const value = this.#value(start, indent + 1, depth);
        if (value === undefined) return undefined;
        list.push(value);
      } else {
        this.#at = content;
        const mapping = depth < this.#nesting ? this.#mapping(indent + 1 + content - start, depth + 1) : undefined;
        if (mapping === undefined) return undefined;
        list.push(mapping);
      }
    } while (this.#indent === indent && this.#isItem());
    return this.#indent <= indent ? list : undefined;
  }

  /** What stands behind a colon or the dash of an item, on the same line or below; a list may stand right below its key. */
  #value(start: number, indent: number, depth: number): JsonValue | undefined {
    const at = this.#pastSpaces(start);
    if (at < this.#end && this.#text.charCodeAt(at) !== LF) return this.#scalar(at, indent);
    this.#seek(at);
    const isBelow = this.#indent > indent || (this.#indent === indent && this.#isItem());
    return isBelow ? this.#collection(this.#indent, depth + 1) : null;
  }

  #scalar(start: number, indent: number): JsonValue | undefined {
    const end = this.#lineEnd(start);
    const code = this.#text.charCodeAt(start);
    const isQuoted = code === DOUBLE_QUOTE || code === SINGLE_QUOTE;
    const value = isQuoted ? this.#quoted(code, start + 1, end) : this.#plain(start, end);
    this.#seek(end);
    // A line that is indented deeper would go on with the scalar.
    return this.#indent > indent ? undefined : value;
  }

  #quoted(quote: number, start: number, end: number): JsonValue | undefined {
    for (let at = start; at < end; at += 1) {
      const code = this.#text.charCodeAt(at);
      if (code === quote) return at === end - 1 ? this.#text.slice(start, at) : undefined;
      if (code === BACKSLASH && quote === DOUBLE_QUOTE) return undefined;
    }
    return undefined;
  }

  #plain(start: number, end: number): JsonValue | undefined {
    const scalar = this.#text.slice(start, end);
    if (scalar === '{}') return {};
    if (scalar === '[]') return [];
    if (INDICATORS.includes(scalar.charAt(0)) || this.#isItem(start)) return undefined;
    if (scalar.endsWith(':') || (scalar.includes(' ') && MORE_THAN_SCALAR.test(scalar))) return undefined;
    const value = plainScalar(scalar);
    return typeof value === 'number' && !Number.isFinite(value) ? undefined : value;
  }

  /** Where the colon behind a key stands; -1 where no key begins here, or one that is more than a word. */
  #keyEnd(start: number): number {
    let at = start;
    while (at < this.#end && isOfKey(this.#text.charCodeAt(at))) at += 1;
    const isKey = at > start && at < this.#end && this.#text.charCodeAt(at) === COLON;
    return isKey && this.#isBreak(at + 1) ? at : -1;
  }

  /** Whether an item of a list begins here. */
  #isItem(at = this.#at): boolean {
    return at < this.#end && this.#text.charCodeAt(at) === DASH && this.#isBreak(at + 1);
  }

  #isBreak(at: number): boolean {
    if (at >= this.#end) return true;
    const code = this.#text.charCodeAt(at);
    return code === SPACE || code === LF;
  }

  #pastSpaces(start: number): number {
    let at = start;
    while (at < this.#end && this.#text.charCodeAt(at) === SPACE) at += 1;
    return at;
  }

  #lineEnd(start: number): number {
    const end = this.#text.indexOf('\n', start);
    return end < 0 || end > this.#end ? this.#end : end;
  }
}

function isOfKey(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 45 && code <= 57) || code === 95;
}
