/**
 * The shell variables of a text, as far as they are plain: what was assigned a text that is known, before its use. A
 * variable that is assigned where nobody can say whether or with what (in a branch, from a command) is not known.
 */

import { SHELL_LIMITS } from '../limits.ts';

export class Variables {
  readonly #values: Map<string, string | undefined>;

  constructor(given: ReadonlyMap<string, string> = new Map()) {
    this.#values = new Map(given);
  }

  /** The text of a variable; undefined where it is not known. */
  get(name: string): string | undefined {
    return this.#values.get(name);
  }

  /** Whether nothing is said of it, so that the default of `${name:-default}` holds. */
  isUnset(name: string): boolean {
    return !this.#values.has(name);
  }

  set(name: string, value: string | undefined): void {
    const isShort = value !== undefined && value.length <= SHELL_LIMITS.variableChars;
    this.#values.set(name, isShort ? value : undefined);
  }

  append(name: string, value: string | undefined): void {
    const before = this.isUnset(name) ? '' : this.get(name);
    this.set(name, before === undefined || value === undefined ? undefined : before + value);
  }
}
