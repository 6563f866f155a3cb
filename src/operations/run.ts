/** Runs an operation on what a request brought: the one place where a bundle is told from a pair of bundles. */

import type { Analysis } from '../analysis/analysis.ts';
import type { Reading } from '../analysis/reading.ts';
import { Algebra } from '../engine/algebra.ts';
import { type Bundle, type SideName, type Streamed, splitPair } from '../ingest/index.ts';
import type { Answer } from '../render/answer.ts';
import { ProblemError, problem } from '../util/problem.ts';
import { analyse, beginReading } from './analyse.ts';
import type { Operation } from './operation.ts';

export interface Brought {
  readonly bundle: Bundle;
  /** Whether it was sent as two bundles, `before` and `after`. */
  readonly sided: boolean;
  /** Where the body was read while it arrived; then the bundle is empty. */
  readonly streamed?: Streamed<Reading>;
}

/**
 * How an operation begins to read a body that is still arriving; undefined where it must be there first. `input` gives
 * the options that reading depends on.
 */
export function beginOperation(operation: Operation, input: () => unknown): (() => Reading) | undefined {
  // Two bundles in one body cannot be told apart from its beginning.
  return operation.takes === 'bundle' ? () => beginReading(input(), operation.keepsObjects) : undefined;
}

export interface Run {
  /** Read by the operation's own schema. */
  readonly input: unknown;
  /** An analysis of the same bundle, read by the same options, in place of a fresh one; or that one. */
  readonly instead?: (fresh: Analysis) => Analysis;
}

/** Throws the problem of two bundles where one is asked for, or the reverse. */
export function requireSides(operation: Operation, { bundle, sided }: Brought): void {
  if (operation.takes === 'pair') splitPair(bundle);
  else if (sided) {
    const detail = 'This operation takes one bundle, and the body holds two: send the files of one as `files`.';
    throw new ProblemError(problem('malformed-body', detail));
  }
}

export function runOperation(
  operation: Operation,
  brought: Brought,
  { input, instead = (fresh) => fresh }: Run,
): Answer {
  const { bundle, streamed } = brought;
  if (operation.takes === 'pair') {
    const { before, after } = splitPair(bundle);
    const algebra = new Algebra();
    const of = (side: SideName, part: Bundle) => analyse(part, input, { side, algebra });
    return operation.runPair(of('before', before), of('after', after), input);
  }
  requireSides(operation, brought);
  const analysis = analyse(streamed ?? bundle, input, { keepObjects: operation.keepsObjects === true });
  return operation.run(instead(analysis), input);
}
