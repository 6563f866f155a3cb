/**
 * Flags of a command line as the docker command reads them, with the rules of its library pflag
 * (https://pkg.go.dev/github.com/spf13/pflag#hdr-Command_line_flag_syntax): `--name value`, `--name=value`, `-n value`,
 * `-nvalue`, one-letter switches in one word (`-itd`), the last of which may take a value (`-dp 80:80`), and `--`,
 * which ends them. A switch takes a value behind `=` only. The first fault ends the reading, as it ends the command.
 */

import { nearest } from '../../../util/edit-distance.ts';
import type { Word } from '../shell/word.ts';
import { type FlagKind, isValueOf, VALUE_NAMES } from './kinds.ts';

/** The flags of one command: kind by name, and the long name of each letter. */
export interface FlagTable {
  readonly kinds: ReadonlyMap<string, FlagKind>;
  readonly letters: ReadonlyMap<string, string>;
  /** Whether flags may stand behind the first argument too. */
  readonly interspersed: boolean;
}

export interface Flag {
  /** The long name, without dashes. */
  readonly name: string;
  readonly value: string;
  /** The word with the flag. */
  readonly word: Word;
  /** The word with the value; the same where they are one. */
  readonly from: Word;
}

export interface FlagFault {
  readonly word: Word;
  readonly message: string;
}

export interface ParsedFlags {
  readonly flags: readonly Flag[];
  readonly args: readonly Word[];
  /** Words that are not known and likely stand for flags, as `$OPTIONS`. */
  readonly opaque: readonly Word[];
  readonly fault?: FlagFault;
}

export function parseFlags(words: readonly Word[], table: FlagTable): ParsedFlags {
  return new FlagReader(words, table).read();
}

class FlagReader {
  readonly #words: readonly Word[];
  readonly #table: FlagTable;
  readonly #flags: Flag[] = [];
  readonly #args: Word[] = [];
  readonly #opaque: Word[] = [];
  #at = 0;
  #fault: FlagFault | undefined;

  constructor(words: readonly Word[], table: FlagTable) {
    this.#words = words;
    this.#table = table;
  }

  read(): ParsedFlags {
    for (let word = this.#next(); word; word = this.#fault ? undefined : this.#next()) {
      if (word.text === '--') {
        this.#takeRest();
      } else if (word.text.startsWith('--')) {
        this.#long(word);
      } else if (word.text.startsWith('-') && word.text !== '-') {
        this.#short(word);
      } else if (this.#mayHoldFlags(word)) {
        this.#opaque.push(word);
      } else {
        this.#args.push(word);
        if (!this.#table.interspersed) this.#takeRest();
      }
    }
    const fault = this.#fault;
    return { flags: this.#flags, args: this.#args, opaque: this.#opaque, ...(fault ? { fault } : {}) };
  }

  #next(): Word | undefined {
    return this.#words[this.#at++];
  }

  /** All arguments of a script or array; and a variable called so, or before a flag and not called an image. */
  #mayHoldFlags(word: Word): boolean {
    if (/^\$(?:[@*]$|\{(?:[@*]|\w+\[[@*]\])\}$)/.test(word.text) && word.unknown.length > 0) return true;
    const next = this.#words[this.#at];
    if (!word.open || next === undefined) return false;
    return (
      /opt|arg|flag|param/i.test(word.text) || (next.text.startsWith('-') && !/im(?:a?g|age)|tag/i.test(word.text))
    );
  }

  #takeRest(): void {
    for (; this.#at < this.#words.length; this.#at++) {
      const word = this.#words[this.#at];
      if (word) this.#args.push(word);
    }
  }

  #long(word: Word): void {
    const equals = word.text.indexOf('=');
    const name = word.text.slice(2, equals < 0 ? undefined : equals);
    const kind = this.#table.kinds.get(name);
    if (kind === undefined) {
      this.#unknown(word, `--${name}`, name);
      return;
    }
    this.#take(word, { name, kind, given: equals < 0 ? undefined : word.text.slice(equals + 1), as: `--${name}` });
  }

  #short(word: Word): void {
    const { text } = word;
    for (let at = 1; at < text.length && !this.#fault; at++) {
      const letter = text.charAt(at);
      const name = this.#table.letters.get(letter);
      const kind = name === undefined ? undefined : this.#table.kinds.get(name);
      if (name === undefined || kind === undefined) {
        this.#unknown(word, `-${letter}`, text.slice(1));
        return;
      }
      const rest = text.slice(at + 1);
      if (kind === 'bool' && !rest.startsWith('=')) {
        this.#take(word, { name, kind, given: undefined, as: `-${letter}` });
        continue;
      }
      const given = rest === '' ? undefined : rest.replace(/^=/, '');
      this.#take(word, { name, kind, given, as: `-${letter}` });
      return;
    }
  }

  #take(
    word: Word,
    flag: { readonly name: string; readonly kind: FlagKind; readonly given: string | undefined; readonly as: string },
  ): void {
    const { name, kind, as } = flag;
    const from = flag.given === undefined && kind !== 'bool' ? this.#next() : word;
    const value = flag.given ?? (kind === 'bool' ? 'true' : from?.text);
    if (from === undefined || value === undefined) {
      this.#fault = { word, message: `${as} needs a value, and nothing stands behind it` };
    } else if (from.unknown.length === 0 && !isValueOf(kind, value)) {
      this.#fault = { word, message: `${as} takes ${VALUE_NAMES[kind]}` };
    } else {
      this.#flags.push({ name, value, word, from });
    }
  }

  #unknown(word: Word, as: string, meant: string): void {
    const name = meant.split('=')[0] ?? '';
    // Every short name is near to some flag.
    const known = name.length > 2 ? nearest(name, [...this.#table.kinds.keys()]) : undefined;
    const hint = known === undefined ? '' : ` (--${known}?)`;
    this.#fault = { word, message: `docker knows no flag ${as.slice(0, 80)} here${hint}` };
  }
}
