/** The tokens of an expression in CEL. */

import { NotRead } from './expression.ts';

export type Token =
  | { readonly kind: 'name' | 'sign'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'end' };

const SPACE = /[ \t\r\n]+|\/\/[^\n]*/y;
const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
const NUMBER = /0x[0-9a-fA-F]+u?|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?u?/y;
const SIGN = /\|\||&&|==|!=|<=|>=|[-+*/%<>!?:.,()[\]{}]/y;
const QUOTE = /([rR]?)("""|'''|"|')/y;

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['a', '\x07'],
  ['b', '\b'],
  ['f', '\f'],
  ['v', '\v'],
]);

export function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    if (match) at += match[0].length;
    return match;
  };
  while (at < source.length) {
    if (take(SPACE)) continue;
    const quote = take(QUOTE);
    if (quote) {
      const text = textBehind(source, at, { mark: quote[2] ?? '', isRaw: quote[1] !== '' });
      at = text.end;
      tokens.push({ kind: 'text', text: text.text });
      continue;
    }
    const name = take(NAME);
    const number = name ? null : take(NUMBER);
    const sign = name || number ? null : take(SIGN);
    if (name) tokens.push({ kind: 'name', text: name[0] });
    else if (number) tokens.push({ kind: 'number', value: Number(number[0].replace(/u$/, '')) });
    else if (sign) tokens.push({ kind: 'sign', text: sign[0] });
    else throw new NotRead();
  }
  return [...tokens, { kind: 'end' }];
}

/** The text between quotes; `start` is behind the opening one. */
function textBehind(
  source: string,
  start: number,
  { mark, isRaw }: { readonly mark: string; readonly isRaw: boolean },
) {
  let text = '';
  let at = start;
  while (at < source.length) {
    if (source.startsWith(mark, at)) return { text, end: at + mark.length };
    const char = source[at] ?? '';
    if (char !== '\\' || isRaw) {
      text += char;
      at += 1;
      continue;
    }
    const escaped = escapeAt(source, at + 1);
    text += escaped.text;
    at = escaped.end;
  }
  throw new NotRead();
}

function escapeAt(source: string, at: number): { readonly text: string; readonly end: number } {
  const code = /^(?:[xX]([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/.exec(source.slice(at, at + 9));
  if (code) {
    const point = Number.parseInt(code[1] ?? code[2] ?? code[3] ?? '', 16);
    if (point > 0x10ffff) throw new NotRead();
    return { text: String.fromCodePoint(point), end: at + code[0].length };
  }
  const char = source[at] ?? '';
  const known = ESCAPES.get(char);
  if (known === undefined && !/[\\?"'`]/.test(char)) throw new NotRead();
  return { text: known ?? char, end: at + 1 };
}
