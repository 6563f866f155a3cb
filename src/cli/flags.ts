/**
 * The options of a verb as flags: those of the operation, read from its input, and those every verb has. A flag is the
 * option's name with dashes (`--ip-block-pods`); the name as the API has it (`--ipBlockPods`) means the same.
 */

import type { Operation } from '../operations/operation.ts';
import { type OptionSchemas, optionSchemas } from '../operations/option-values.ts';
import { nearest } from '../util/edit-distance.ts';
import { usage } from './usage.ts';

/** Flags about the answer and where it is computed; each takes one word but for `help`. */
export const COMMON_FLAGS = {
  format: { short: 'f', what: 'The form of the answer.' },
  gate: { short: 'g', what: 'Exit with 1 where one of these holds; a list with commas.' },
  server: { short: 's', what: 'Ask the Portolan at this URL instead of computing here; PORTOLAN_TOKEN is its key.' },
  help: { short: 'h', what: 'Say what the verb does and takes.' },
} as const;

export type CommonFlag = keyof typeof COMMON_FLAGS;

export interface Flag {
  /** The option of the operation, or the common flag. */
  readonly name: string;
  /** Stands alone, or with `=false` behind it, or `no-` before it. */
  readonly isSwitch: boolean;
  readonly isCommon: boolean;
}

export function dashed(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

export class Flags {
  readonly schemas: OptionSchemas;
  readonly #verb: string;
  readonly #byWord: ReadonlyMap<string, Flag>;
  readonly #shown: readonly string[];

  constructor(operation: Operation) {
    this.#verb = operation.id;
    this.schemas = optionSchemas(operation.input);
    const own = [...this.schemas].map(([name, schema]) => ({
      name,
      isSwitch: schema.type === 'boolean',
      isCommon: false,
    }));
    const common = Object.keys(COMMON_FLAGS).map((name) => ({ name, isSwitch: name === 'help', isCommon: true }));
    const flags: readonly Flag[] = [...own, ...common];
    this.#byWord = new Map(flags.flatMap((flag) => [[flag.name, flag] as const, [dashed(flag.name), flag] as const]));
    this.#shown = flags.map(({ name }) => dashed(name));
  }

  /** Every spelling, for the parser of words. */
  spellings(): Iterable<readonly [word: string, flag: Flag]> {
    return this.#byWord;
  }

  /** What a word means; `no-` before a switch turns it off. Throws for a word that is no flag, naming the nearest. */
  find(word: string): { readonly flag: Flag; readonly negated: boolean } {
    const flag = this.#byWord.get(word);
    if (flag) return { flag, negated: false };
    const negated = word.startsWith('no-') ? this.#byWord.get(word.slice(3)) : undefined;
    if (negated?.isSwitch && !negated.isCommon) return { flag: negated, negated: true };
    const near = nearest(dashed(word), this.#shown);
    const hint = near === undefined ? `See portolan help ${this.#verb}.` : `Did you mean --${near}?`;
    return usage(`${this.#verb} has no option ${word.length > 1 ? '--' : '-'}${word.slice(0, 60)}. ${hint}`);
  }
}
