/** A pattern in RE2's syntax to its tree. What is rare (Unicode classes, octal escapes) is not read, and said so. */

import { parseClass, parseEscape } from './classes.ts';
import { ANY, ANY_BUT_NEWLINE, foldCase, type Ranges } from './ranges.ts';
import { NotRead, type Tree } from './tree.ts';

/** RE2 repeats nothing more often. */
const MOST_REPEATS = 1000;
/** Longer patterns, and deeper ones, are not read. */
const LONGEST = 10_000;
const DEEPEST = 50;

interface Flags {
  readonly fold: boolean;
  readonly dotAll: boolean;
  readonly lines: boolean;
}

/** The tree of a pattern; undefined where it is not read here. */
export function parsePattern(source: string): Tree | undefined {
  if (source.length > LONGEST) return undefined;
  try {
    const parser = new Parser(source);
    return parser.read();
  } catch (error) {
    if (error instanceof NotRead) return undefined;
    throw error;
  }
}

class Parser {
  readonly #source: string;
  #at = 0;
  #depth = 0;
  #flags: Flags = { fold: false, dotAll: false, lines: false };

  constructor(source: string) {
    this.#source = source;
  }

  read(): Tree {
    const tree = this.#alternatives();
    if (this.#at < this.#source.length) throw new NotRead();
    return tree;
  }

  #alternatives(): Tree {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw new NotRead();
    const flags = this.#flags;
    const branches = [this.#sequence()];
    while (this.#takes('|')) branches.push(this.#sequence());
    this.#flags = flags;
    this.#depth -= 1;
    return branches.length === 1 ? (branches[0] ?? { kind: 'empty' }) : { kind: 'any', of: branches };
  }

  #sequence(): Tree {
    const parts: Tree[] = [];
    while (this.#at < this.#source.length && !this.#sees('|') && !this.#sees(')')) parts.push(this.#repeated());
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'all', of: parts };
  }

  #repeated(): Tree {
    let tree = this.#atom();
    for (let times = this.#times(); times; times = this.#times()) {
      this.#takes('?');
      tree = { kind: 'repeat', of: tree, ...times };
    }
    return tree;
  }

  #times(): { readonly min: number; readonly max: number } | undefined {
    if (this.#takes('*')) return { min: 0, max: Number.POSITIVE_INFINITY };
    if (this.#takes('+')) return { min: 1, max: Number.POSITIVE_INFINITY };
    if (this.#takes('?')) return { min: 0, max: 1 };
    const match = /^\{(\d{1,4})(,(\d{0,4}))?\}/.exec(this.#source.slice(this.#at, this.#at + 12));
    if (!match) return undefined;
    this.#at += match[0].length;
    const min = Number(match[1]);
    const max = match[2] === undefined ? min : match[3] === '' ? Number.POSITIVE_INFINITY : Number(match[3]);
    if (min > max || min > MOST_REPEATS || (max !== Number.POSITIVE_INFINITY && max > MOST_REPEATS))
      throw new NotRead();
    return { min, max };
  }

  #atom(): Tree {
    const char = this.#next();
    switch (char) {
      case '(':
        return this.#group();
      case '[':
        return this.#class();
      case '.':
        return { kind: 'char', ranges: this.#flags.dotAll ? ANY : ANY_BUT_NEWLINE };
      case '^':
        return { kind: 'assert', what: this.#flags.lines ? 'line-start' : 'start' };
      case '$':
        return { kind: 'assert', what: this.#flags.lines ? 'line-end' : 'end' };
      case '\\':
        return this.#escape();
      case '*':
      case '+':
      case '?':
        throw new NotRead();
      default:
        return this.#char([[char.codePointAt(0) ?? 0, char.codePointAt(0) ?? 0]]);
    }
  }

  #group(): Tree {
    const flags = this.#flags;
    const opening = /^\?(?:P?<\w+>|([imsU]*)(?:-([imsU]+))?(:|\)))/.exec(this.#source.slice(this.#at, this.#at + 200));
    if (opening) {
      this.#at += opening[0].length;
      this.#setFlags(opening[1] ?? '', opening[2] ?? '');
      // Flags alone hold for what follows in the group around.
      if (opening[3] === ')') return { kind: 'empty' };
    } else if (this.#sees('?')) throw new NotRead();
    const tree = this.#alternatives();
    if (!this.#takes(')')) throw new NotRead();
    this.#flags = flags;
    return tree;
  }

  #setFlags(on: string, off: string): void {
    const flag = (letter: string, was: boolean) => (on.includes(letter) ? true : off.includes(letter) ? false : was);
    const { fold, dotAll, lines } = this.#flags;
    this.#flags = { fold: flag('i', fold), dotAll: flag('s', dotAll), lines: flag('m', lines) };
  }

  #class(): Tree {
    const { ranges, end } = parseClass(this.#source, this.#at);
    this.#at = end;
    return this.#char(ranges);
  }

  #escape(): Tree {
    const { result, end } = parseEscape(this.#source, this.#at);
    this.#at = end;
    return typeof result === 'string' ? { kind: 'assert', what: result } : this.#char(result);
  }

  #char(ranges: Ranges): Tree {
    return { kind: 'char', ranges: this.#flags.fold ? foldCase(ranges) : ranges };
  }

  #next(): string {
    const char = String.fromCodePoint(this.#source.codePointAt(this.#at) ?? 0);
    this.#at += char.length;
    return char;
  }

  #sees(char: string): boolean {
    return this.#source[this.#at] === char;
  }

  #takes(char: string): boolean {
    if (!this.#sees(char)) return false;
    this.#at += 1;
    return true;
  }
}
