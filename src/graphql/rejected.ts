/** Expected failures as data: a problem becomes a value of the field's union, and only bugs stay errors. */

import { type Problem, ProblemError } from '../util/problem.ts';

export interface Rejected {
  readonly problem: Problem;
}

/** What was answered, or why there is no answer. */
export async function orRejected<T>(answer: () => T | Promise<T>): Promise<T | Rejected> {
  try {
    return await answer();
  } catch (cause) {
    if (cause instanceof ProblemError) return { problem: cause.problem };
    throw cause;
  }
}
