/** Classes in brackets, and what a backslash begins, in RE2's syntax. */

import { complement, DIGITS, POSIX, type Range, type Ranges, SPACES, unite, WORD } from './ranges.ts';
import { type Assertion, NotRead } from './tree.ts';

interface ClassRead {
  readonly ranges: Ranges;
  /** The index behind it. */
  readonly end: number;
}

interface EscapeRead {
  readonly result: Ranges | Assertion;
  readonly end: number;
}

const CONTROLS: ReadonlyMap<string, number> = new Map([
  ['a', 7],
  ['f', 12],
  ['n', 10],
  ['r', 13],
  ['t', 9],
  ['v', 11],
]);

const SETS: ReadonlyMap<string, Ranges> = new Map([
  ['d', DIGITS],
  ['D', complement(DIGITS)],
  ['s', SPACES],
  ['S', complement(SPACES)],
  ['w', WORD],
  ['W', complement(WORD)],
]);

const ASSERTIONS: ReadonlyMap<string, Assertion> = new Map([
  ['A', 'start'],
  ['z', 'end'],
  ['b', 'word'],
  ['B', 'no-word'],
]);

/** What stands behind a backslash; `at` is the index behind it. */
export function parseEscape(source: string, at: number): EscapeRead {
  const char = source[at] ?? '';
  const assertion = ASSERTIONS.get(char);
  if (assertion) return { result: assertion, end: at + 1 };
  const { ranges, end } = classEscape(source, at);
  return { result: ranges, end };
}

function classEscape(source: string, at: number): ClassRead {
  const char = String.fromCodePoint(source.codePointAt(at) ?? 0);
  const set = SETS.get(char);
  if (set) return { ranges: set, end: at + 1 };
  const control = CONTROLS.get(char);
  if (control !== undefined) return { ranges: [[control, control]], end: at + 1 };
  const hex = /^x(?:([0-9a-fA-F]{2})|\{([0-9a-fA-F]{1,6})\})/.exec(source.slice(at, at + 10));
  if (hex) {
    const code = Number.parseInt(hex[1] ?? hex[2] ?? '', 16);
    return { ranges: [[code, code]], end: at + hex[0].length };
  }
  // Letters and digits mean something else that is not read here, or nothing at all.
  if (/[A-Za-z0-9]/.test(char) || at >= source.length) throw new NotRead();
  const code = char.codePointAt(0) ?? 0;
  return { ranges: [[code, code]], end: at + char.length };
}

/** A class; `at` is the index behind its opening bracket. */
export function parseClass(source: string, at: number): ClassRead {
  const isNegated = source[at] === '^';
  const first = isNegated ? at + 1 : at;
  const ranges: Range[] = [];
  let place = first;
  while (place < source.length) {
    if (source[place] === ']' && place > first) {
      const all = unite(ranges);
      return { ranges: isNegated ? complement(all) : all, end: place + 1 };
    }
    const member = classMember(source, place);
    ranges.push(...member.ranges);
    place = member.end;
  }
  throw new NotRead();
}

function classMember(source: string, at: number): ClassRead {
  const posix = /^\[:(\^?)(\w+):\]/.exec(source.slice(at, at + 20));
  if (posix) {
    const named = POSIX.get(posix[2] ?? '');
    if (!named) throw new NotRead();
    return { ranges: posix[1] === '^' ? complement(named) : named, end: at + posix[0].length };
  }
  const low = single(source, at);
  const isRange = source[low.end] === '-' && source[low.end + 1] !== ']' && low.end + 1 < source.length;
  const from = low.ranges[0];
  if (!isRange || !from || low.ranges.length > 1 || from[0] !== from[1]) return low;
  const high = single(source, low.end + 1);
  const to = high.ranges[0];
  if (!to || to[0] !== to[1] || to[0] < from[0]) throw new NotRead();
  return { ranges: [[from[0], to[0]]], end: high.end };
}

function single(source: string, at: number): ClassRead {
  if (source[at] === '\\') return classEscape(source, at + 1);
  const code = source.codePointAt(at) ?? 0;
  return { ranges: [[code, code]], end: at + String.fromCodePoint(code).length };
}
