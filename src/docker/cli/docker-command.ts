/** The docker command among the words of a simple command: behind sudo, a prompt or assignments, and which one it is. */

import { parseFlags } from './flags/parse-flags.ts';
import { GLOBAL_FLAGS } from './flags/tables.ts';
import type { SimpleCommand } from './shell/walk.ts';
import type { Word } from './shell/word.ts';

export type Verb =
  | 'run'
  | 'create'
  | 'rm'
  | 'service create'
  | 'network create'
  | 'network connect'
  | 'network disconnect'
  | 'network rm';

export interface DockerCommand extends SimpleCommand {
  readonly verb: Verb;
  /** The words behind the verb. */
  readonly rest: readonly Word[];
}

/** Every spelling of the commands that are read (docker/cli 29.7.2). */
const VERBS: ReadonlyMap<string, Verb> = new Map([
  ['run', 'run'],
  ['container run', 'run'],
  ['create', 'create'],
  ['container create', 'create'],
  ['rm', 'rm'],
  ['container rm', 'rm'],
  ['container remove', 'rm'],
  ['service create', 'service create'],
  ['network create', 'network create'],
  ['network connect', 'network connect'],
  ['network disconnect', 'network disconnect'],
  ['network rm', 'network rm'],
  ['network remove', 'network rm'],
]);

/** Prompts, and commands that run the command behind them. */
const BEFORE: readonly string[] = ['$', '%', '>', '+', 'command', 'doas', 'env', 'exec', 'nohup', 'sudo', 'time'];
/** The flags of sudo and env that take a value. */
const TAKING_VALUE: readonly string[] = ['-u', '-g', '-h', '-p', '-C', '-T', '-D', '-R'];

/** How a line with such a command begins, in the prose around which quotes need not be in pairs. */
export const DOCKER_OPENING =
  /^\s*(?:(?:sudo|exec|env|nohup|command|time|doas|\w+=\S*|-\S+)\s+)*(?:\S*\/)?docker\s+(?:-\S+\s+)*(?:run|create|container|service|network)\b/;

/** The docker command of interest; undefined where it is another one. */
export function dockerCommand(command: SimpleCommand): DockerCommand | undefined {
  const { words } = command;
  const at = words[0]?.text.endsWith('docker') ? 0 : skipBefore(words);
  const program = words[at]?.text.split(/[/\\]/).at(-1);
  if (program !== 'docker' && program !== 'docker.exe') return undefined;
  const { args, flags } = parseFlags(words.slice(at + 1), GLOBAL_FLAGS);
  if (flags.some(({ name }) => name === 'help' || name === 'version')) return undefined;
  const [first, second] = args;
  const short = VERBS.get(first?.text ?? '');
  const verb = short ?? VERBS.get(`${first?.text} ${second?.text}`);
  const rest = args.slice(short ? 1 : 2);
  return verb && !(command.inProse && isSpokenOf(rest)) ? { ...command, verb, rest } : undefined;
}

/** A command without any word behind it, or with the placeholder of its usage, is named in prose, not given. */
function isSpokenOf(rest: readonly Word[]): boolean {
  return rest.length === 0 || rest.some(({ text }) => text === '[OPTIONS]');
}

function skipBefore(words: readonly Word[]): number {
  let isWrapped = false;
  for (let at = 0; at < words.length; at++) {
    const text = words[at]?.text ?? '';
    if (BEFORE.includes(text)) isWrapped = true;
    else if (isWrapped && TAKING_VALUE.includes(text)) at += 1;
    else if (!/^[A-Za-z_]\w*=/.test(text) && !(isWrapped && text.startsWith('-'))) return at;
  }
  return words.length;
}
