/**
 * A rough reading of YAML line by line, for texts that js-yaml refuses: which lines start inside a bracket or a quoted
 * text, and where a template action stands in the place of a value. It steps over comments, quotes and block scalars;
 * being rough is safe, because it only picks the message, or a repair that the parser judges again.
 */

const SPACE = 32;

/** What one line is, before its own characters are read. */
export interface OutlineLine {
  readonly start: number;
  /** Leading spaces. */
  readonly indent: number;
  /** Where the content around it must be indented beyond, when the line starts inside a bracket or quote; else -1. */
  readonly inside: number;
  /** The offset of a template action in a value's place; -1 without one. */
  readonly action: number;
}

/** The lines of a text, in order. */
export function* outline(text: string): Generator<OutlineLine> {
  const reader = new LineReader(text);
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    yield reader.read(start, end);
    start = end + 1;
  }
}

class LineReader {
  readonly #text: string;
  /** The open quote, across lines; '' outside of quotes. */
  #quote = '';
  /** Open brackets, across lines. */
  #depth = 0;
  /** The indentation that the open bracket or quote hangs from. */
  #base = 0;
  /** The indentation of the line that opened a block scalar; -1 outside of one. */
  #block = -1;
  /** Whether a value or a key may start at the next character. */
  #takesValue = true;

  constructor(text: string) {
    this.#text = text;
  }

  read(start: number, end: number): OutlineLine {
    let first = start;
    while (first < end && this.#text.charCodeAt(first) === SPACE) first += 1;
    const indent = first - start;
    const inside = this.#quote !== '' || this.#depth > 0 ? this.#base : -1;
    const line = { start, indent, inside, action: -1 };
    if (this.#block >= 0) {
      if (first === end || this.#text[first] === '\r' || indent > this.#block) return line;
      this.#block = -1;
    }
    if (inside < 0) {
      this.#base = indent;
      this.#takesValue = true;
    }
    return { ...line, action: this.#content(first, end) };
  }

  #content(first: number, end: number): number {
    for (let at = first; at < end; at += 1) {
      const char = this.#text[at] ?? '';
      if (this.#quote !== '') {
        if (char === '\\' && this.#quote === '"') at += 1;
        else if (char === this.#quote) this.#quote = '';
      } else if (char === '#' && (at === first || isSpace(this.#text[at - 1]))) {
        return -1;
      } else if (!isSpace(char)) {
        if (this.#takesValue && this.#isAction(at)) return at;
        if (this.#takesValue && (char === '&' || char === '!')) at = this.#propertyEnd(at, end);
        else this.#character(char, at);
      }
      if (this.#block >= 0) return -1;
    }
    return -1;
  }

  #character(char: string, at: number): void {
    const starts = this.#takesValue;
    const flow = this.#depth > 0;
    const separates = (char === '-' || char === '?' || char === ':') && isSpace(this.#text[at + 1]);
    this.#takesValue = separates || (flow && (char === ',' || char === ':'));
    if (starts && (char === '"' || char === "'")) {
      this.#quote = char;
    } else if ((starts || flow) && (char === '[' || char === '{')) {
      this.#depth += 1;
      this.#takesValue = true;
    } else if (flow && (char === ']' || char === '}')) {
      this.#depth -= 1;
    } else if (starts && !flow && (char === '|' || char === '>')) {
      this.#block = this.#base;
    } else if (starts && !flow && separates && char === '-') {
      this.#base += 2;
    }
  }

  #isAction(at: number): boolean {
    return this.#text.startsWith('{{', at) || this.#text.startsWith('{%', at);
  }

  /** The offset of the last character of a tag or an anchor; what follows is still the value. */
  #propertyEnd(start: number, end: number): number {
    let at = start;
    while (at + 1 < end && !isSpace(this.#text[at + 1])) at += 1;
    return at;
  }
}

function isSpace(char: string | undefined): boolean {
  return char === undefined || char === ' ' || char === '\t' || char === '\r' || char === '\n';
}
