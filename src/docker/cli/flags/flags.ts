/** The flags one command was given, by name. Of a flag that may stand once, the last one counts. */

import { byKeys, pushTo } from '../../../util/ordering.ts';
import { isTrue } from './kinds.ts';
import type { Flag } from './parse-flags.ts';

export class Flags {
  readonly #flags: readonly Flag[];
  readonly #byName = new Map<string, Flag[]>();

  constructor(flags: readonly Flag[]) {
    this.#flags = flags;
    for (const flag of flags) pushTo(this.#byName, flag.name, flag);
  }

  given(): readonly Flag[] {
    return this.#flags;
  }

  /** Those of any of these names, in the order of the command line. */
  all(...names: readonly string[]): readonly Flag[] {
    const flags = names.flatMap((name) => this.#byName.get(name) ?? []);
    return names.length > 1 ? flags.sort(byKeys(({ word }) => word.start)) : flags;
  }

  last(...names: readonly string[]): Flag | undefined {
    return this.all(...names).at(-1);
  }

  /** Whether a switch is given and on. */
  on(name: string): boolean {
    const flag = this.last(name);
    return flag !== undefined && isTrue(flag.value);
  }
}
