/** Problems on standard error, as lines for a person: what happened, where, and what there is instead. */

import { forTerminal } from '../util/escape.ts';
import { ProblemError } from '../util/problem.ts';
import { type ProblemDocument, problemDocument } from '../util/problem-document.ts';
import { EXIT_CODES, type ExitCode, exitCodeOf } from './exit-code.ts';
import type { Output } from './world.ts';

/** What keeps a command from being carried out and is no problem of the service's own. */
export class CouldNotRun extends Error {
  override readonly name = 'CouldNotRun';
}

/** A report of a thousand faults helps nobody at a terminal. */
const MOST_LINES = 20;

function placeOf({ file, line, column }: NonNullable<ProblemDocument['errors']>[number]): string {
  return [file, line, column].filter((part) => part !== undefined).join(':');
}

export function problemLines({ detail, errors = [], alternatives = [], top = [] }: Partial<ProblemDocument>): string[] {
  const places = errors.filter(({ file }) => file !== undefined);
  const more = places.length > MOST_LINES ? [`and ${places.length - MOST_LINES} more`] : [];
  return [
    `portolan: ${detail ?? 'The answer says nothing.'}`,
    ...[
      ...places.slice(0, MOST_LINES).map((place) => `${placeOf(place)}: ${place.message}`),
      ...more,
      ...top.map(({ object, value }) => `${object}: ${value}`),
      ...(alternatives.length > 0 ? [`There is: ${alternatives.join(', ')}`] : []),
    ].map((line) => `  ${line}`),
  ];
}

export async function writeProblem(problem: Partial<ProblemDocument>, output: Output): Promise<void> {
  await output.write(`${problemLines(problem).map(forTerminal).join('\n')}\n`);
}

/** Says why a command ends, and how it exits. */
export async function fail(cause: unknown, output: Output): Promise<ExitCode> {
  if (cause instanceof ProblemError) {
    const document = problemDocument(cause.problem);
    await writeProblem(document, output);
    return exitCodeOf(document.status);
  }
  const detail =
    cause instanceof CouldNotRun
      ? cause.message
      : `This is a bug: ${cause instanceof Error ? cause.stack : String(cause)}`;
  await writeProblem({ detail }, output);
  return EXIT_CODES.failed.code;
}
