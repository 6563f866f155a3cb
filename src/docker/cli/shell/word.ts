/**
 * Words of a command line after the expansions of the shell (https://www.gnu.org/software/bash/manual/bash.html,
 * "Shell Expansions"), as far as they are known without running anything: quotes go, known variables are put in and
 * split, and what cannot be known stays as it is written and is said to be unknown.
 */

import type { ParameterExpansionPart, Word as SyntaxWord, WordPart } from 'unbash';
import type { Variables } from './variables.ts';

export interface Word {
  readonly text: string;
  /** Offsets in the source. */
  readonly start: number;
  readonly end: number;
  /** The expansions of it that cannot be known, as they are written. */
  readonly unknown: readonly string[];
  /** Whether it is nothing but one such expansion without quotes, and so may stand for any number of words. */
  readonly open: boolean;
}

export type Place = Pick<Word, 'start' | 'end'>;

/** One word of the source: none, one or several words of the command. */
export function expandWord(word: SyntaxWord, place: Place, variables: Variables): Word[] {
  const [part, ...more] = word.parts ?? [];
  if (part === undefined) return [{ ...place, text: word.value, unknown: [], open: false }];
  const fields = new Fields();
  for (const each of word.parts ?? []) addPart(fields, each, variables, false);
  const open = more.length === 0 && part.type !== 'DoubleQuoted';
  return fields.done().map(({ text, unknown }) => ({ ...place, text, unknown, open: open && unknown.length > 0 }));
}

/** The text of a word that is not split: the value of an assignment. Undefined where it is not known. */
export function expandValue(word: SyntaxWord, variables: Variables): string | undefined {
  const fields = new Fields();
  if (word.parts === undefined) return word.value;
  for (const part of word.parts) addPart(fields, part, variables, true);
  const [field] = fields.done();
  return field === undefined ? '' : field.unknown.length > 0 ? undefined : field.text;
}

interface Field {
  text: string;
  readonly unknown: string[];
}

/** The words that come out of one word, while its parts are put together. */
class Fields {
  readonly #done: Field[] = [];
  #open: Field | undefined;

  add(text: string): void {
    this.#open ??= { text: '', unknown: [] };
    this.#open.text += text;
  }

  /** Adds an unquoted value: blanks in it end a word (the default of IFS). */
  split(text: string): void {
    for (const piece of text.split(/([ \t\n]+)/)) {
      if (/^[ \t\n]/.test(piece)) this.#close();
      else if (piece !== '') this.add(piece);
    }
  }

  unknown(written: string): void {
    this.add(written);
    this.#open?.unknown.push(written);
  }

  #close(): void {
    if (this.#open) this.#done.push(this.#open);
    this.#open = undefined;
  }

  done(): readonly Field[] {
    this.#close();
    return this.#done;
  }
}

function addPart(fields: Fields, part: WordPart, variables: Variables, quoted: boolean): void {
  switch (part.type) {
    case 'Literal':
      // A line continuation is a literal of nothing, and makes no word.
      if (quoted || part.value !== '') fields.add(part.value);
      return;
    case 'Glob':
    case 'SingleQuoted':
    case 'AnsiCQuoted':
      fields.add(part.value);
      return;
    case 'DoubleQuoted':
    case 'LocaleString':
      fields.add('');
      for (const child of part.parts) addPart(fields, child, variables, true);
      return;
    case 'SimpleExpansion':
      addValue(fields, part, variables.get(part.text.slice(1)), quoted);
      return;
    case 'ParameterExpansion':
      addValue(fields, part, parameterValue(part, variables), quoted);
      return;
    default:
      fields.unknown(part.text);
  }
}

function addValue(fields: Fields, part: WordPart, value: string | undefined, quoted: boolean): void {
  if (value === undefined) fields.unknown(part.text);
  else if (quoted) fields.add(value);
  else fields.split(value);
}

/** `${name}`, and the forms that choose between a value and a default; others are not worked out. */
function parameterValue(part: ParameterExpansionPart, variables: Variables): string | undefined {
  const { parameter, operation } = part;
  if (part.prefix !== undefined || part.index !== undefined) return undefined;
  const value = variables.get(parameter);
  if (operation === undefined) return value;
  if (operation.type !== 'Default') return undefined;
  if (value === undefined && !variables.isUnset(parameter)) return undefined;
  const stands = value !== undefined && (value !== '' || !operation.operator.startsWith(':'));
  switch (operation.operator) {
    case '+':
    case ':+':
      return stands ? expandValue(operation.operand, variables) : '';
    case '?':
    case ':?':
      return stands ? value : undefined;
    default:
      return stands ? value : expandValue(operation.operand, variables);
  }
}
