/**
 * A YAML stream to the slices of its documents (YAML 1.2 §9.1 and §9.2). `---` and `...` at the start of a line end
 * whatever is open, quoted and block scalars too, so splitting before parsing is sound, and a broken document cannot
 * hide the next one.
 */

/** A half-open range of a text. */
export interface Slice {
  readonly start: number;
  readonly end: number;
}

/** The slices that hold anything but comments, in order. Each can be parsed on its own. */
export function* splitDocuments(text: string): Generator<Slice> {
  const markers = /(?:^|[\r\n])\uFEFF?(?:---|\.\.\.)(?=[ \t\r\n]|$)/g;
  let start = 0;
  for (let match = markers.exec(text); match !== null; match = markers.exec(text)) {
    const marker = markers.lastIndex - 3;
    if (text.startsWith('...', marker)) {
      if (!isBlank(text, start, marker)) yield { start, end: marker };
      start = markers.lastIndex;
    } else if (!isPreamble(text, start, marker)) {
      yield { start, end: marker };
      start = marker;
    } else if (isBlank(text, start, marker)) {
      start = marker;
    }
  }
  if (!isBlank(text, start, text.length)) yield { start, end: text.length };
}

/** Whether a slice holds nothing but an opening `---`, white space and comments. */
function isBlank(text: string, start: number, end: number): boolean {
  let at = text.startsWith('---', start) ? start + 3 : start;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === HASH) at = lineEnd(text, at, end);
    else if (isSpace(code)) at += 1;
    else return false;
  }
  return true;
}

/** Whether everything before a `---` is comments and directives, which belong to the document that follows. */
function isPreamble(text: string, start: number, end: number): boolean {
  if (text.startsWith('---', start)) return isBlank(text, start, end);
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === HASH || (code === PERCENT && startsLine(text, at))) at = lineEnd(text, at, end);
    else if (isSpace(code)) at += 1;
    else return false;
  }
  return true;
}

const HASH = 35;
const PERCENT = 37;
const BYTE_ORDER_MARK = 0xfeff;

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13 || code === BYTE_ORDER_MARK;
}

function startsLine(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return at === 0 || before === 10 || before === 13 || before === BYTE_ORDER_MARK;
}

function lineEnd(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) at += 1;
  return at;
}
