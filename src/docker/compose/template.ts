/**
 * Variables in a text: `$V`, `${V}`, `${V:-d}`, `${V-d}`, `${V:?e}`, `${V?e}`, `${V:+x}`, `${V+x}`, and `$$` for a
 * dollar sign (https://docs.docker.com/reference/compose-file/interpolation/). What follows an operator is a template
 * again. The first `}` that balances ends a reference, and a reference with an operator ends on its line, as in the
 * reference implementation's grammar.
 */

import { DEEPEST } from './budget.ts';

export type Lookup = (name: string) => string | undefined;

/** Why a template cannot be filled in. */
export type TemplateFault =
  | { readonly kind: 'malformed' }
  | { readonly kind: 'too-deep' }
  /** `reason` is the file's own words, where no variable stands in them. */
  | { readonly kind: 'required'; readonly variable: string; readonly reason: string };

export interface FilledText {
  readonly text: string;
  /** Whether a variable's value is part of it. */
  readonly filled: boolean;
  /** Variables that were asked for without a default and are not set. */
  readonly unset: readonly string[];
  /** The first fault; the text is then of no use. */
  readonly fault?: TemplateFault;
}

/** `spend` is told how many characters are made, and may throw. */
export function fillIn(template: string, lookup: Lookup, spend: (characters: number) => void): FilledText {
  if (!template.includes('$')) return { text: template, filled: false, unset: [] };
  const filler = new Filler(lookup, spend);
  const text = filler.fill(template, 0);
  const { filled, unset, fault } = filler;
  return { text, filled, unset, ...(fault ? { fault } : {}) };
}

const NAME = /[_a-z][_a-z0-9]*/iy;
const OPERATOR = /:?[-+?]/y;

interface Reference {
  readonly name: string;
  /** '' without one. */
  readonly operator: string;
  readonly argument: string;
  /** The offset behind it. */
  readonly end: number;
}

class Filler {
  filled = false;
  readonly unset: string[] = [];
  fault: TemplateFault | undefined;
  readonly #lookup: Lookup;
  readonly #spend: (characters: number) => void;

  constructor(lookup: Lookup, spend: (characters: number) => void) {
    this.#lookup = lookup;
    this.#spend = spend;
  }

  fill(template: string, depth: number): string {
    if (depth > DEEPEST) return this.#fail({ kind: 'too-deep' });
    const parts: string[] = [];
    const lines = new LineEnds(template);
    for (let at = 0; ; ) {
      const dollar = template.indexOf('$', at);
      parts.push(template.slice(at, dollar < 0 ? undefined : dollar));
      if (dollar < 0) break;
      const next = template[dollar + 1];
      if (next === '$') {
        parts.push('$');
        at = dollar + 2;
        continue;
      }
      const reference = next === '{' ? bracedAt(template, dollar, lines) : namedAt(template, dollar);
      if (reference) parts.push(this.#spent(this.#value(reference, depth)));
      else if (next === '{') this.#fail({ kind: 'malformed' });
      else parts.push('$');
      at = reference?.end ?? dollar + 1;
    }
    return parts.join('');
  }

  #value({ name, operator, argument }: Reference, depth: number): string {
    const value = this.#lookup(name);
    const isSet = value !== undefined && (value !== '' || !operator.startsWith(':'));
    switch (operator.at(-1)) {
      case '-':
        return isSet ? this.#own(value) : this.fill(argument, depth + 1);
      case '+':
        return isSet ? this.fill(argument, depth + 1) : this.#own(value ?? '');
      case '?':
        if (isSet) return this.#own(value);
        return this.#fail({ kind: 'required', variable: name, reason: argument.includes('$') ? '' : argument });
      default:
        if (value === undefined) this.unset.push(name);
        return this.#own(value ?? '');
    }
  }

  /** Counted before the parts are put together: a value may be named as often as a text has characters. */
  #spent(value: string): string {
    this.#spend(value.length);
    return value;
  }

  #own(value: string): string {
    if (value !== '') this.filled = true;
    return value;
  }

  #fail(fault: TemplateFault): string {
    this.fault ??= fault;
    return '';
  }
}

function namedAt(template: string, dollar: number): Reference | undefined {
  const name = matchAt(NAME, template, dollar + 1);
  return name === '' ? undefined : { name, operator: '', argument: '', end: dollar + 1 + name.length };
}

function bracedAt(template: string, dollar: number, lines: LineEnds): Reference | undefined {
  const name = matchAt(NAME, template, dollar + 2);
  if (name === '') return undefined;
  const behind = dollar + 2 + name.length;
  if (template[behind] === '}') return { name, operator: '', argument: '', end: behind + 1 };
  const operator = matchAt(OPERATOR, template, behind);
  const start = behind + operator.length;
  const last = operator === '' ? -1 : lines.lastBrace(start);
  if (last < start) return undefined;
  const closing = closingBrace(template, dollar, last);
  const end = closing < 0 ? last : closing;
  return { name, operator, argument: template.slice(start, end), end: end + 1 };
}

function matchAt(pattern: RegExp, template: string, at: number): string {
  const sticky = new RegExp(pattern);
  sticky.lastIndex = at;
  return sticky.exec(template)?.[0] ?? '';
}

/** The brace that closes the first one from `start` on; -1 without one up to `last`. The character after a { never counts. */
function closingBrace(template: string, start: number, last: number): number {
  let open = 0;
  for (let at = start; at <= last; at += 1) {
    const char = template[at];
    if (char === '{') {
      open += 1;
      at += 1;
    } else if (char === '}') {
      open -= 1;
      if (open === 0) return at;
    }
  }
  return -1;
}

/** The last closing brace of a line, found once per line: a template may have as many references as characters. */
class LineEnds {
  readonly #text: string;
  #end = -1;
  #brace = -1;

  constructor(text: string) {
    this.#text = text;
  }

  lastBrace(at: number): number {
    if (at > this.#end) {
      const newline = this.#text.indexOf('\n', at);
      this.#end = newline < 0 ? this.#text.length : newline;
      this.#brace = this.#text.slice(at, this.#end).lastIndexOf('}') + at;
      if (this.#text[this.#brace] !== '}') this.#brace = -1;
    }
    return this.#brace;
  }
}
