/** A command that creates something, while it is read: its flags, its arguments and where to say what is wrong. */

import { parseNetworkMode } from '../../network-mode.ts';
import type { Placed } from '../../placed.ts';
import type { Flags } from '../flags/flags.ts';
import type { Flag } from '../flags/parse-flags.ts';
import type { CommandScope } from '../scope.ts';
import type { Word } from '../shell/word.ts';

export interface Request {
  readonly scope: CommandScope;
  readonly flags: Flags;
  readonly args: readonly Word[];
  /** What is left of a limit that all commands share. */
  readonly budget: { ports: number };
}

export function isKnown(flag: Flag): boolean {
  return flag.from.unknown.length === 0;
}

/** Whether nothing in a text looks like an expansion that was left as it is. */
export function isPlain(text: string): boolean {
  return !/[$`{]/.test(text);
}

/** The values of flags with their places. */
export function placedAll({ scope, flags }: Request, ...names: readonly string[]): Placed<string>[] {
  return flags.all(...names).map((flag) => scope.placed(flag));
}

/** The last value of a flag with its place; absent where it is not given or empty, as docker takes it. */
export function placedLast({ scope, flags }: Request, name: string): Placed<string> | undefined {
  const flag = flags.last(name);
  return flag && flag.value !== '' ? scope.placed(flag) : undefined;
}

/** A switch that is on. */
export function placedSwitch({ scope, flags }: Request, name: string): Placed<boolean> | undefined {
  const flag = flags.last(name);
  return flag && flags.on(name) ? { value: true, origin: scope.originOf(flag.word) } : undefined;
}

/** What a text must meet, and what to say where it does not. */
export interface Rule {
  readonly meets: (value: string) => boolean;
  readonly says: string;
}

/** Refuses every value of these flags that does not meet the rule, the unknown ones aside. */
export function check({ scope, flags }: Request, names: readonly string[], rule: Rule): void {
  for (const flag of flags.all(...names)) refuseUnless(scope, flag, rule);
}

/** The same for a flag of which only the last one counts. */
export function checkLast({ scope, flags }: Request, name: string, rule: Rule): void {
  const flag = flags.last(name);
  if (flag) refuseUnless(scope, flag, rule);
}

function refuseUnless(scope: CommandScope, flag: Flag, { meets, says }: Rule): void {
  if (isKnown(flag) && !meets(flag.value)) scope.refuse('CLI004', flag.word, `--${flag.name}: ${says}`);
}

/** `container:` with a name, as `--network`, `--pid` and `--ipc` take it. */
export function isContainerMode(value: string): boolean {
  return parseNetworkMode(value).kind === 'container' && value !== 'container:';
}
