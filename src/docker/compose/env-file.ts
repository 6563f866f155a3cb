/**
 * Files of `NAME=value` lines: `.env`, `env_file`, `label_file`
 * (https://docs.docker.com/compose/how-tos/environment-variables/env-file/). Values in single quotes are taken as they
 * stand; in others variables are filled in, from outside first and then from the lines above.
 */

import { fillIn, type Lookup } from './template.ts';

export interface EnvFile {
  readonly values: ReadonlyMap<string, string>;
  /** Why reading stopped, and at which offset. The message shows no value. */
  readonly fault?: { readonly offset: number; readonly message: string };
}

export interface EnvFileContext {
  /** Variables from outside, which win over those of the file. */
  readonly lookup: Lookup;
  /** Variables of the files before, which those of the file win over. */
  readonly known: ReadonlyMap<string, string>;
  /** Is told how many characters are made, and may throw. */
  readonly spend: (characters: number) => void;
}

export function parseEnvFile(text: string, context: EnvFileContext): EnvFile {
  const reader = new Reader(text, context);
  const message = reader.read();
  return { values: reader.values, ...(message === undefined ? {} : { fault: { offset: reader.statement, message } }) };
}

/** White space that does not end a line. */
const BLANK = /[\t\v\f\r \u0085\u00a0]/;
const KEY_CHARACTER = /[\p{L}\p{N}_.[\]-]/u;
const ESCAPE = /\\(?:[abcfnrtv$"\\]|0\d{0,3})/g;
const ESCAPED: ReadonlyMap<string, string> = new Map([
  ['\\a', '\u0007'],
  ['\\b', '\b'],
  ['\\f', '\f'],
  ['\\n', '\n'],
  ['\\r', '\r'],
  ['\\t', '\t'],
  ['\\v', '\v'],
  ['\\"', '"'],
  ['\\\\', '\\'],
  // A dollar sign that is no variable.
  ['\\$', '$$'],
]);

class Reader {
  readonly values = new Map<string, string>();
  /** Where the statement that is being read begins. */
  statement = 0;
  readonly #text: string;
  readonly #context: EnvFileContext;
  #at = 0;

  constructor(text: string, context: EnvFileContext) {
    this.#text = text;
    this.#context = context;
  }

  /** What is wrong with the first statement that is; undefined where all can be read. */
  read(): string | undefined {
    while (this.#findStatement()) {
      const fault = this.#readStatement();
      if (fault !== undefined) return fault;
    }
    return undefined;
  }

  #findStatement(): boolean {
    const text = this.#text;
    for (;;) {
      while (this.#at < text.length && /\s/.test(text[this.#at] ?? '')) this.#at += 1;
      this.statement = this.#at;
      if (text[this.#at] !== '#') return this.#at < text.length;
      this.#at = endOfLine(text, this.#at);
    }
  }

  #readStatement(): string | undefined {
    const text = this.#text;
    if (/^export\s/.test(text.slice(this.#at, this.#at + 7))) this.#skipBlanks(this.#at + 'export'.length);
    const start = this.#at;
    let end = start;
    while (end < text.length && !'=:\n'.includes(text[end] ?? '')) {
      const char = String.fromCodePoint(text.codePointAt(end) ?? 0);
      if (!BLANK.test(char) && !KEY_CHARACTER.test(char))
        return 'The name of a variable holds a character that none may.';
      end += char.length;
    }
    // Without a separator up to the end of the file, all of it is the value of a variable without a name.
    const key = end < text.length ? text.slice(start, end).trimEnd() : '';
    if (key.includes(' ')) return 'The name of a variable holds a space.';
    this.#skipBlanks(end < text.length ? end + 1 : start);
    if (text[end] === '\n') {
      const value = this.#context.lookup(key);
      if (value !== undefined) this.values.set(key, value);
      return undefined;
    }
    return this.#readValue(key);
  }

  #skipBlanks(from: number): void {
    this.#at = from;
    while (this.#at < this.#text.length && BLANK.test(this.#text[this.#at] ?? '')) this.#at += 1;
  }

  #readValue(key: string): string | undefined {
    const quote = this.#text[this.#at];
    if (quote === '"' || quote === "'") return this.#readQuoted(key, quote);
    const end = endOfLine(this.#text, this.#at);
    const [value = ''] = this.#text.slice(this.#at, end).split(' #', 1);
    this.#at = end + 1;
    return this.#set(key, value.trimEnd());
  }

  #readQuoted(key: string, quote: string): string | undefined {
    const text = this.#text;
    const parts: string[] = [];
    let at = this.#at + 1;
    for (; at < text.length && text[at] !== quote; at += 1) {
      // A backslash stays, but before the quote itself.
      if (text[at] === '\\') {
        at += 1;
        if (text[at] !== quote) parts.push('\\');
      }
      parts.push(text[at] ?? '');
    }
    if (at >= text.length) return 'A quoted value is never closed.';
    this.#at = at + 1;
    const value = parts.join('');
    if (quote === '"') return this.#set(key, value.replaceAll(ESCAPE, unescaped));
    this.values.set(key, value);
    return undefined;
  }

  #set(key: string, template: string): string | undefined {
    const { lookup, known, spend } = this.#context;
    const find = (name: string) => lookup(name) ?? this.values.get(name) ?? known.get(name);
    const { text, fault } = fillIn(template, find, spend);
    if (fault) return 'A variable in a value is malformed, or required and not set.';
    this.values.set(key, text);
    return undefined;
  }
}

function unescaped(match: string): string {
  if (!match.startsWith('\\0')) return ESCAPED.get(match) ?? match;
  const digits = match.slice(2);
  return /^[0-3][0-7]{2}$/.test(digits) ? String.fromCharCode(Number.parseInt(digits, 8)) : `\\${digits}`;
}

function endOfLine(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline < 0 ? text.length : newline;
}
