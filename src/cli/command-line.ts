/**
 * The words behind a verb, told apart: paths, options of the operation, and what is wanted of the answer. Node's own
 * parser splits them (https://nodejs.org/api/util.html#utilparseargsconfig); what they mean is decided here.
 */

import { type ParseArgsConfig, parseArgs } from 'node:util';
import { queryGates } from '../operations/asked-gates.ts';
import { type GivenOptions, queryOptions } from '../operations/given-options.ts';
import type { Operation } from '../operations/operation.ts';
import { COMMON_FLAGS, type CommonFlag, dashed, type Flag, type Flags } from './flags.ts';
import { usage } from './usage.ts';

export interface CommandLine {
  readonly paths: readonly string[];
  readonly help: boolean;
  readonly format: string;
  readonly server: string | undefined;
  readonly gates: readonly string[];
  /** The options of the operation, not yet checked by its schema. */
  readonly options: GivenOptions;
}

/** What a person at a terminal reads, and every operation has. */
const DEFAULT_FORMAT = 'txt';

type ParserOptions = NonNullable<ParseArgsConfig['options']>;

function parserOptions(flags: Flags): ParserOptions {
  const shorts = new Map<string, string>(Object.entries(COMMON_FLAGS).map(([name, { short }]) => [name, short]));
  const entries = [...flags.spellings()].map(([word, { isSwitch }]) => {
    const short = shorts.get(word);
    const type = isSwitch ? 'boolean' : 'string';
    return [word, { type, multiple: true, ...(short === undefined ? {} : { short }) }] as const;
  });
  return Object.fromEntries(entries);
}

interface OptionToken {
  readonly name: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

/** The word a flag is given; a switch that stands alone is on. */
function wordOf({ name, value, inlineValue }: OptionToken, flag: Flag, negated: boolean): string {
  if (flag.isSwitch) {
    if (value !== undefined && !['true', 'false'].includes(value)) usage(`--${name} is true or false.`);
    return (value === 'false') === negated ? 'true' : 'false';
  }
  if (value === undefined) return usage(`--${dashed(flag.name)} needs a value.`);
  if (!inlineValue && value.startsWith('--')) {
    usage(`--${dashed(flag.name)} needs a value, and ${value.slice(0, 60)} is an option: write --${flag.name}=VALUE.`);
  }
  return value;
}

/** Throws a `ProblemError` for words that mean nothing. */
export function readCommandLine(words: readonly string[], operation: Operation, flags: Flags): CommandLine {
  const options = parserOptions(flags);
  const { tokens } = parseArgs({ args: [...words], options, strict: false, allowPositionals: true, tokens: true });
  const given = new URLSearchParams();
  const paths: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') paths.push(token.value);
    if (token.kind !== 'option') continue;
    const { flag, negated } = flags.find(token.name);
    given.append(flag.name, wordOf(token, flag, negated));
  }
  const last = (name: CommonFlag) => given.getAll(name).at(-1);
  const help = last('help') === 'true';
  const gates = help ? [] : queryGates(given, operation.gates);
  const common = { help, format: last('format') ?? DEFAULT_FORMAT, server: last('server'), gates };
  for (const name of Object.keys(COMMON_FLAGS)) given.delete(name);
  return { ...common, paths, options: queryOptions(given, flags.schemas) };
}
