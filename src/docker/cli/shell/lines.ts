/**
 * The logical lines of a text that is no script but holds command lines: a page of documentation, a transcript of a
 * terminal. A line that ends with the continuation of a POSIX shell (`\`), of PowerShell (a backtick) or of cmd.exe
 * (`^`) goes on in the next one; prompts before a command are blanked. Offsets stay those of the source.
 */

import { SHELL_LIMITS } from '../limits.ts';

/** A logical line, to behind its last line break. */
export interface LogicalLine {
  readonly start: number;
  readonly end: number;
}

/** `$`, `%`, `>`, `user@host:~$`, `[user@host ~]$`, `PS C:\>`, `C:\>`; a `#` alone is a comment. */
const PROMPT =
  /^\s*(?:[$%>❯➜]|(?:\(\S{1,64}\)\s)?\[?[\w.-]{1,64}@[\w.-]{1,64}(?:[ :][^\s\]$#%>]{0,128})?\]?\s?[$#%>]|PS(?: [^>\n]{0,128})?>|[A-Za-z]:\\[^>\n]{0,128}>)\s+/;
const CONTINUED_PROMPT = /^\s*>\s+/;
/** What a line of a script may begin with where it is taken out of its branch, loop or chain. */
const CUT_OFF = /^\s*(?:(?:then|do|else|[{}]|&&|\|\|?|;)\s+)+/;

const CONTINUATIONS = '\\`^';

export function* logicalLines(text: string): Generator<LogicalLine> {
  for (let start = 0; start < text.length; ) {
    const end = endOfLogicalLine(text, start);
    yield { start, end };
    start = end;
  }
}

/** The text with every line break as LF and every continuation as `\`, in the same length. */
export function plainBreaks(text: string): string {
  if (!text.includes('\r')) return text;
  return text.replaceAll('\\\r\n', ' \\\n').replaceAll('\r\n', '\n\n').replaceAll('\r', '\n');
}

/** A logical line fit for a POSIX shell, in the same length: without prompts, with the continuations of one. */
export function plainLine(line: string): string {
  const lines = line.split('\n');
  const last = lines.length - 1;
  const plain = lines.map((each, index) => {
    const text = each.endsWith('\r') ? each.slice(0, -1) : each;
    const body = index === 0 ? blank(blank(text, PROMPT), CUT_OFF) : blank(text, CONTINUED_PROMPT);
    const goesOn = index < last && continues(text);
    return goesOn ? `${body.slice(0, -1).padEnd(each.length - 1)}\\` : body.padEnd(each.length);
  });
  return plain.join('\n');
}

function blank(text: string, pattern: RegExp): string {
  const found = pattern.exec(text)?.[0] ?? '';
  return found === '' ? text : ' '.repeat(found.length) + text.slice(found.length);
}

function endOfLogicalLine(text: string, start: number): number {
  for (let at = start; ; ) {
    const newline = text.indexOf('\n', at);
    if (newline < 0) return text.length;
    const end = text.charAt(newline - 1) === '\r' ? newline - 1 : newline;
    const mayContinue = end > at && CONTINUATIONS.includes(text.charAt(end - 1));
    const goesOn = mayContinue && newline - start < SHELL_LIMITS.commandChars && continues(text.slice(at, end));
    at = newline + 1;
    if (!goesOn) return at;
  }
}

/** Whether a line goes on: `\` that is not itself quoted by one, or ` or ^ alone at the end. */
function continues(line: string): boolean {
  const mark = line.at(-1);
  if (mark === '\\') return (/\\+$/.exec(line)?.[0].length ?? 0) % 2 === 1 && !/^\s*#/.test(line);
  if (mark === '^') return /\s\^$/.test(line);
  return mark === '`' && /\s`$/.test(line) && line.split('`').length % 2 === 0;
}
