/** A whole command: the verb is looked up, its words are read, it is run here or at a service, and its exit code told. */

import type { Operation } from '../operations/operation.ts';
import { nearest } from '../util/edit-distance.ts';
import { readCommandLine } from './command-line.ts';
import { EXIT_CODES, type ExitCode } from './exit-code.ts';
import { fail } from './failure.ts';
import { Flags } from './flags.ts';
import { helpOfAll, helpOfVerb } from './help.ts';
import { sourceOf } from './input.ts';
import { Progress } from './progress.ts';
import { rulesText } from './rules.ts';
import { runHere } from './run-here.ts';
import { runThere } from './run-there.ts';
import { usage } from './usage.ts';
import type { World } from './world.ts';

const HELP: readonly string[] = ['help', '--help', '-h'];
const RULES = 'rules';
const VERSION: readonly string[] = ['version', '--version', '-V'];

function verbOf(word: string, { operations }: World): Operation {
  const found = operations.find(({ id }) => id === word);
  if (found) return found;
  const verbs = operations.map(({ id }) => id);
  const near = nearest(word, [...verbs, RULES, 'help', 'version']);
  const hint = near === undefined ? `The verbs are ${verbs.join(', ')}.` : `Did you mean "${near}"?`;
  return usage(`There is no verb "${word.slice(0, 60)}". ${hint}`);
}

async function help(word: string | undefined, world: World): Promise<ExitCode> {
  await world.stdout.write(word === undefined ? helpOfAll(world.operations) : helpOfVerb(verbOf(word, world)));
  return EXIT_CODES.pass.code;
}

async function runVerb(verb: string, words: readonly string[], world: World, progress: Progress): Promise<ExitCode> {
  const operation = verbOf(verb, world);
  const flags = new Flags(operation);
  const line = readCommandLine(words, operation, flags);
  if (line.help) return help(verb, world);
  const command = { operation, flags, line, source: sourceOf(line.paths, operation, world) };
  if (line.server === undefined) return runHere(command, world, progress);
  return runThere(command, line.server, { world, progress });
}

/** `words`: those behind the name of the program. */
export async function main(words: readonly string[], world: World): Promise<ExitCode> {
  const [verb, ...rest] = words;
  const progress = new Progress(world);
  try {
    if (verb === undefined) {
      await world.stderr.write(helpOfAll(world.operations));
      return EXIT_CODES.input.code;
    }
    if (HELP.includes(verb)) return await help(rest[0], world);
    if (VERSION.includes(verb)) {
      await world.stdout.write(`portolan ${world.version}\n`);
      return EXIT_CODES.pass.code;
    }
    if (verb === RULES) {
      await world.stdout.write(rulesText(rest[0]));
      return EXIT_CODES.pass.code;
    }
    if (world.faults.length > 0) usage(world.faults.join(' '));
    return await runVerb(verb, rest, world, progress);
  } catch (cause) {
    await progress.done();
    return fail(cause, world.stderr);
  }
}
