/** A verb on this machine: the same operation, form and gates as over HTTP, without a service or a network. */

import { trippedGates, withGate } from '../operations/gate.ts';
import { readOptions } from '../operations/given-options.ts';
import type { Operation } from '../operations/operation.ts';
import { runOperation } from '../operations/run.ts';
import { formByName } from '../render/form-by-name.ts';
import { formsWith } from '../render/formats.ts';
import { forTerminal } from '../util/escape.ts';
import type { CommandLine } from './command-line.ts';
import { EXIT_CODES, type ExitCode } from './exit-code.ts';
import type { Flags } from './flags.ts';
import { readInput, type Source } from './input.ts';
import type { Progress } from './progress.ts';
import { writeReport } from './report.ts';
import type { World } from './world.ts';

export interface Command {
  readonly operation: Operation;
  readonly flags: Flags;
  readonly line: CommandLine;
  readonly source: Source;
}

/** Throws a `ProblemError` for an expected failure. */
export async function runHere(
  { operation, flags, line, source }: Command,
  world: World,
  progress: Progress,
): Promise<ExitCode> {
  const format = formByName(formsWith(operation.views), line.format);
  const inputOf = (body: object) =>
    readOptions(operation.input, { query: line.options, body: { ...body } }, flags.schemas);
  // A mistyped value is told before anything is read.
  const checked = inputOf({});
  await progress.step('Reading');
  const { options, links, ...brought } = await readInput(source, operation, { world, checked: () => checked });
  if (links.length > 0) {
    await world.stderr.write(`portolan: links are not followed: ${links.map(forTerminal).join(', ')}\n`);
  }
  const { files } = brought.bundle;
  await progress.step(
    `Analysing ${files.length} files`,
    files.reduce((sum, { bytes }) => sum + bytes.length, 0),
  );
  const answer = runOperation(operation, brought, { input: inputOf(options) });
  const tripped = trippedGates(answer, line.gates);
  const text = format.write(withGate(answer, tripped));
  await progress.done();
  const chunks = typeof text === 'string' ? [text] : text;
  if (await writeReport(chunks, world.stdout)) return EXIT_CODES.failed.code;
  return tripped.length > 0 ? EXIT_CODES.gate.code : EXIT_CODES.pass.code;
}
