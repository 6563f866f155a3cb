/**
 * The simple commands of a shell syntax tree, in the order they are written: those of branches, loops, functions and
 * substitutions too, each once. Assignments are followed as far as they surely happen.
 */

import {
  type ArrayValue,
  type Assignment,
  type Command,
  forEachChild,
  type Redirection,
  type SyntaxNode,
  type Word as SyntaxWord,
} from 'unbash';
import type { Variables } from './variables.ts';
import { expandValue, expandWord, type Word } from './word.ts';

export interface SimpleCommand {
  readonly words: readonly Word[];
  readonly start: number;
  readonly end: number;
  /** Whether it stands in a text that is no script, where it may only be spoken of. */
  readonly inProse: boolean;
}

/** Who reads the commands of a text. */
export interface ShellReader {
  readonly variables: Variables;
  /** A command that may be of interest, with its words. */
  readonly command: (command: SimpleCommand) => void;
  /** A command or line that is of no interest. */
  readonly other: () => void;
  /** A line that cannot be read, from where on. */
  readonly fault: (offset: number, message: string) => void;
  /** Whether no more commands are wanted. */
  readonly isDone: () => boolean;
}

export interface Walk {
  readonly reader: ShellReader;
  /** A word without which a command is of no interest. */
  readonly word: string;
  /** The text of the tree, and where it begins in the source. */
  readonly text: string;
  readonly base: number;
  readonly inProse: boolean;
  /** Set in a substitution whose own text was decoded: positions inside it say nothing, this one does. */
  readonly fixed?: number;
}

const DECLARING: readonly string[] = ['export', 'readonly', 'declare', 'typeset', 'local'];
const OVERWRITING: readonly string[] = ['read', 'unset', 'mapfile', 'readarray', 'getopts', 'let'];
/** What may not run, or runs in a shell of its own, or several times. */
const UNCERTAIN: readonly SyntaxNode['type'][] = [
  'If',
  'While',
  'For',
  'Select',
  'ArithmeticFor',
  'Case',
  'Function',
  'Subshell',
  'Pipeline',
  'AndOr',
  'Coproc',
  'CommandExpansion',
  'ProcessSubstitution',
];

export function walkCommands(node: SyntaxNode, walk: Walk, certain = true): void {
  if (walk.reader.isDone()) return;
  if (node.type === 'Command') {
    readCommand(node, walk, certain);
    return;
  }
  const surely = certain && !UNCERTAIN.includes(node.type);
  if (node.type === 'For' || node.type === 'Select') walk.reader.variables.set(node.name.value, undefined);
  const inner = isDecoded(node) ? { ...walk, fixed: walk.fixed ?? walk.base + node.pos } : walk;
  const first = node.type === 'AndOr' ? node.commands[0] : undefined;
  forEachChild(node, (child) => walkCommands(child, inner, surely || (certain && child === first)));
}

function isDecoded(node: SyntaxNode): boolean {
  return node.type === 'CommandExpansion' && node.script?.source !== undefined;
}

function readCommand(node: Command, walk: Walk, certain: boolean): void {
  // Commands inside the words run first.
  forEachChild(node, (child) => walkCommands(child, walk, certain));
  const { variables } = walk.reader;
  const name = node.name?.value ?? '';
  const parts = name === '' ? node.prefix : node.suffix;
  if (name === '' || DECLARING.includes(name)) assign(parts, variables, certain);
  if (OVERWRITING.includes(name)) for (const word of node.suffix.filter(isWord)) variables.set(word.value, undefined);
  if (node.name === undefined) return;
  if (!mayMatter(node, walk)) {
    walk.reader.other();
    return;
  }
  const words = [node.name, ...node.suffix.filter(isWord)];
  const start = walk.fixed ?? walk.base + node.pos;
  walk.reader.command({
    words: words.flatMap((word) => expandWord(word, placeOf(word, walk), variables)),
    start,
    end: walk.fixed === undefined ? walk.base + node.end : start,
    inProse: walk.inProse,
  });
}

/** Whether the word stands in the command, or may come out of a variable. */
function mayMatter(node: Command, { fixed, text, word }: Walk): boolean {
  return fixed !== undefined || node.name?.parts !== undefined || text.slice(node.pos, node.end).includes(word);
}

function placeOf(word: SyntaxWord, { base, fixed }: Walk): { start: number; end: number } {
  return fixed === undefined ? { start: base + word.pos, end: base + word.end } : { start: fixed, end: fixed };
}

function isWord(part: SyntaxWord | Assignment | Redirection): part is SyntaxWord {
  return part.type === 'Word';
}

function assign(
  parts: readonly (SyntaxWord | Assignment | Redirection)[],
  variables: Variables,
  certain: boolean,
): void {
  for (const part of parts) {
    if (part.type !== 'Assignment') continue;
    const value = certain && part.index === undefined ? assignedValue(part.value, variables) : undefined;
    if (part.append) variables.append(part.name, value);
    else variables.set(part.name, value);
  }
}

function assignedValue(value: SyntaxWord | ArrayValue, variables: Variables): string | undefined {
  return value.type === 'Word' ? expandValue(value, variables) : undefined;
}
