/**
 * The code of a TypeScript text without what only looks like code: comments, the inside of strings, of template texts
 * and of regular expressions become spaces, so that every offset and line stays. TypeScript 7 has no parser to import;
 * the rules of the house need no more than this (ECMA-262 §12, lexical grammar).
 */

const PLAIN = /[^'"`/{}]+/y;
const COMMENT = /\/\/.*|\/\*[\s\S]*?(?:\*\/|$)/y;
const STRING = /'(?:\\[\s\S]|[^'\\\n])*'?|"(?:\\[\s\S]|[^"\\\n])*"?/y;
const REGEX = /\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[a-z]*/y;
const TEMPLATE_TEXT = /(?:\\[\s\S]|\$(?!\{)|[^\\`$])*/y;

/** A `/` after one of these begins a regular expression; after a name, a number or a closing bracket it divides. */
const BEFORE_REGEX =
  /(?:^|[(,=:[!&|?{};+\-*%<>~^]|\b(?:return|typeof|case|in|of|void|delete|throw|new|else|do|yield|await))\s*$/;

const blank = (text: string): string => text.replace(/[^\n]/g, ' ');
/** Keeps the first and the last character, so that a literal is still seen to stand there. */
const hollow = (text: string): string => text.slice(0, 1) + blank(text.slice(1, -1)) + text.slice(1).slice(-1);

function take(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

/** The masked form of what begins at `at`, which is no template; `before` is the code in front of it. */
function piece(text: string, at: number, before: string): string {
  const comment = take(COMMENT, text, at);
  if (comment !== '') return blank(comment);
  const regex = text[at] === '/' && BEFORE_REGEX.test(before) ? take(REGEX, text, at) : '';
  return take(PLAIN, text, at) || hollow(take(STRING, text, at) || regex) || text.charAt(at);
}

/** The masked text of a template up to and including its end, or the beginning of its next hole. */
function templateText(text: string, at: number): { shown: string; hole: boolean } {
  const skipped = take(TEMPLATE_TEXT, text, at);
  const hole = text.startsWith('${', at + skipped.length);
  const end = hole ? '  ' : text.charAt(at + skipped.length);
  return { shown: blank(skipped) + end, hole };
}

/** `text` with everything blanked that is not code; quotes and line breaks are kept, as are all lengths. */
export function maskSource(text: string): string {
  const pieces: string[] = [];
  /** For each template hole we are in, innermost last: how many braces are open inside it. */
  const holes: number[] = [];
  let before = '';
  for (let at = 0; at < text.length; at += pieces.at(-1)?.length ?? 1) {
    const char = text.charAt(at);
    const open = holes.at(-1);
    const holeEnds = char === '}' && open === 0;
    if (char === '`' || holeEnds) {
      if (holeEnds) holes.pop();
      const { shown, hole } = templateText(text, at + 1);
      if (hole) holes.push(0);
      pieces.push((holeEnds ? ' ' : char) + shown);
      before = hole ? '(' : '`';
      continue;
    }
    if (open !== undefined && (char === '{' || char === '}')) holes[holes.length - 1] = open + (char === '{' ? 1 : -1);
    const shown = piece(text, at, before);
    pieces.push(shown);
    if (shown.trim() !== '') before = shown.slice(-16);
  }
  return pieces.join('');
}
