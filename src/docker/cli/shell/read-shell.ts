/**
 * A text to its simple commands. A script (by its name or its first line) is taken whole, as a shell would. Anything
 * else, and a script that is broken, is taken line by line: then a quote of the prose around, as in "don't", hides no
 * command. The parser is unbash: it runs nothing, keeps every offset, and goes on behind faults.
 */

import { forEachChild, type HereDoc, type ParsedScript, parse, type SyntaxNode } from 'unbash';
import { SHELL_LIMITS } from '../limits.ts';
import { type LogicalLine, logicalLines, plainBreaks, plainLine } from './lines.ts';
import { type ShellReader, walkCommands } from './walk.ts';

export interface ShellOptions {
  /** Whether the text is a script as a whole. */
  readonly script: boolean;
  /** A word without which a command is of no interest. */
  readonly word: string;
  /** How a line begins that surely is such a command, and no sentence about one. */
  readonly opening: RegExp;
}

/** What makes a line worth parsing, beside `word`: an assignment, or a here-document whose body is no command. */
const ASSIGNMENT = /^\s*(?:(?:export|readonly|declare|typeset|local)\s+(?:-\w+\s+)*)?[A-Za-z_]\w*\+?=/;

/** A command begins within so much of its line. */
const OPENING_CHARS = 1_000;

/** Reads the commands of `text` that may hold the word `word`. */
export function readShell(text: string, options: ShellOptions, reader: ShellReader): void {
  if (options.script && text.length <= SHELL_LIMITS.scriptChars && !nestsTooDeep(text)) {
    const plain = plainBreaks(text);
    const script = parse(plain);
    if (!script.errors) {
      walkCommands(script, { reader, word: options.word, text: plain, base: 0, inProse: false });
      return;
    }
  }
  readLines(text, options, reader);
}

function readLines(text: string, { word, opening }: ShellOptions, reader: ShellReader): void {
  const budget: Budget = { ends: SHELL_LIMITS.quoteEnds, lines: SHELL_LIMITS.lines };
  let skipTo = 0;
  for (const { start, end } of logicalLines(text)) {
    if (start < skipTo) continue;
    const raw = text.slice(start, end);
    if (/^\s*(?:#|$)/.test(raw)) continue;
    const isNamed = raw.includes(word);
    if (!isNamed && !raw.includes('<<') && !ASSIGNMENT.test(raw)) {
      reader.other();
      continue;
    }
    if (budget.lines === 0) {
      reader.fault(
        start,
        `The text has more than ${SHELL_LIMITS.lines} lines that may hold commands; the rest is not read.`,
      );
      return;
    }
    budget.lines -= 1;
    const plain = plainLine(raw);
    const line = { start, end, text: plain, isOurs: isNamed && opening.test(plain.slice(0, OPENING_CHARS)) };
    skipTo = readLine(text, line, { reader, budget, word });
    if (reader.isDone()) return;
  }
}

interface Line extends LogicalLine {
  /** As long as the source between, and fit for a shell parser. */
  readonly text: string;
  /** Whether it surely is a command of interest. */
  readonly isOurs: boolean;
}

interface Budget {
  ends: number;
  lines: number;
}

/** Reads one logical line; the offset up to which nothing more is to be read. */
function readLine(
  text: string,
  line: Line,
  { reader, budget, word }: { readonly reader: ShellReader; readonly budget: Budget; readonly word: string },
): number {
  const fault = faultOf(line.text);
  if (fault) {
    if (line.isOurs) reader.fault(line.start, fault);
    else reader.other();
    return line.end;
  }
  const { script, end } = line.isOurs ? parseQuoted(text, line, budget) : { script: parse(line.text), end: line.end };
  const walked = end === line.end ? line.text : plainBreaks(text.slice(line.start, end));
  const open = line.isOurs && end === line.end ? openQuote(line.text, script) : undefined;
  if (open === undefined) walkCommands(script, { reader, word, text: walked, base: line.start, inProse: true });
  else reader.fault(line.start + open, 'The quote that opens here does not end.');
  return line.text.includes('<<') ? hereDocumentEnd(text, script, end) : end;
}

function faultOf(line: string): string | undefined {
  if (line.length > SHELL_LIMITS.commandChars) {
    return `The line is longer than ${SHELL_LIMITS.commandChars} characters, the most that is read.`;
  }
  if (nestsTooDeep(line)) {
    return `The line nests more than ${SHELL_LIMITS.substitutions} levels of parentheses or substitutions deep.`;
  }
  return undefined;
}

/** Parses one logical line; where a quote stays open, with the lines behind it up to where it ends. */
function parseQuoted(text: string, line: Line, budget: Budget): { script: ParsedScript; end: number } {
  const script = parse(line.text);
  let end = line.end;
  if (openQuote(line.text, script) === undefined) return { script, end };
  for (let longer = line.text; end < text.length && longer.length < SHELL_LIMITS.quotedChars; ) {
    const newline = text.indexOf('\n', end);
    const next = newline < 0 ? text.length : newline + 1;
    const more = text.slice(end, next);
    longer += plainBreaks(more);
    end = next;
    if (!/['"`]/.test(more)) continue;
    if (budget.ends === 0 || nestsTooDeep(longer)) break;
    budget.ends -= 1;
    const whole = parse(longer);
    if (!whole.errors) return { script: whole, end };
  }
  return { script, end: line.end };
}

/** Where the first fault is a quote that does not end: its offset. */
function openQuote(text: string, script: ParsedScript): number | undefined {
  const at = script.errors?.[0]?.pos;
  return at !== undefined && /^\$?['"`]/.test(text.slice(at, at + 2)) ? at : undefined;
}

/** The end of the last here-document that the line opens, or of the line itself. */
function hereDocumentEnd(text: string, script: ParsedScript, end: number): number {
  let at = end;
  for (const { operator, delimiter, closing } of hereDocuments(script)) {
    if (closing || !delimiter || delimiter.value === '') continue;
    const lines = text.slice(at, at + SHELL_LIMITS.hereDocumentChars).split('\n');
    const last = lines.findIndex((l) => (operator === '<<-' ? l.replace(/^\t+/, '') : l).trimEnd() === delimiter.value);
    if (last >= 0) at += lines.slice(0, last + 1).reduce((sum, l) => sum + l.length + 1, 0);
  }
  return at;
}

function hereDocuments(script: ParsedScript): HereDoc[] {
  const found: HereDoc[] = [];
  const visit = (node: SyntaxNode): void => {
    if (node.type === 'HereDoc') found.push(node);
    forEachChild(node, visit);
  };
  visit(script);
  return found;
}

/** Counts parentheses and backticks without regard to quotes: an upper bound is all that is needed. */
function nestsTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = text.search(/[()]/); at >= 0 && at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 40) depth += 1;
    else if (code === 41 && depth > 0) depth -= 1;
    if (depth > SHELL_LIMITS.substitutions) return true;
  }
  return false;
}
