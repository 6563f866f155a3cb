/** A command line that makes no sense: the problem, and the way out of wherever it was found. */

import { ProblemError, problem } from '../util/problem.ts';

/** `detail` says what is wrong and what to write instead. */
export function usage(detail: string): never {
  throw new ProblemError(problem('invalid-options', detail));
}
