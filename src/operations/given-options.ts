/**
 * The options a client gave: those of words (a query string, a command line) and those of a body, of which the body's
 * win, read by the operation's own schema. A word that is no option is refused by name, for a mistyped option would be
 * a silent one.
 */

import type * as z from 'zod';
import { nearest } from '../util/edit-distance.ts';
import { ProblemError, problem } from '../util/problem.ts';
import { optionFaults } from './option-faults.ts';
import { type OptionSchemas, readOption } from './option-values.ts';

/** Options as they were given, not yet checked. */
export type GivenOptions = Readonly<Record<string, unknown>>;

/** Words of the query string that are about the answer, not about the analysis. */
const RESERVED: readonly string[] = ['format', 'gate'];

function unknownOption(name: string, known: readonly string[]): ProblemError {
  const shown = name.slice(0, 60);
  const near = nearest(name, known);
  const hint = near === undefined ? `The options are ${known.join(', ')}.` : `Did you mean "${near}"?`;
  return new ProblemError(
    problem('invalid-options', `There is no option "${shown}". ${hint}`, {
      errors: [{ option: shown, message: 'unknown option' }],
      alternatives: near === undefined ? known : [near],
    }),
  );
}

function refuseUnknown(names: Iterable<string>, schemas: OptionSchemas): void {
  for (const name of names) if (!schemas.has(name)) throw unknownOption(name, [...schemas.keys()]);
}

/** The options of a query string, their words read as values; throws `invalid-options` at an unknown one. */
export function queryOptions(query: URLSearchParams, schemas: OptionSchemas): GivenOptions {
  const names = [...new Set(query.keys())].filter((name) => !RESERVED.includes(name));
  refuseUnknown(names, schemas);
  return Object.fromEntries(names.map((name) => [name, readOption(query.getAll(name), schemas.get(name) ?? {})]));
}

export interface OptionSources {
  readonly query: GivenOptions;
  readonly body: GivenOptions;
}

/** The options an operation runs with, defaults filled in; throws `invalid-options`, naming what is wrong. */
export function readOptions<Input>(
  schema: z.ZodType<Input>,
  { query, body }: OptionSources,
  schemas: OptionSchemas,
): Input {
  refuseUnknown(Object.keys(body), schemas);
  const read = schema.safeParse({ ...query, ...body });
  if (!read.success) throw new ProblemError(optionFaults(read.error));
  return read.data;
}
