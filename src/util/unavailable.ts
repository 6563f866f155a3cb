/** What the service needs from elsewhere and cannot have: the fault of nobody who asks. */

import { ProblemError, problem } from './problem.ts';

/** Does `work` with something elsewhere; whatever goes wrong there is the `unavailable` problem, and says no more. */
export async function orUnavailable<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof ProblemError) throw cause;
    throw new ProblemError(problem('unavailable', `${what} does not answer. Send the request again in a moment.`));
  }
}
