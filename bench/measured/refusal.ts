/** A problem as a benchmark reports it: which limit, how far beyond it, and what contributes most. */

import { ProblemError } from '../../src/util/problem.ts';

export interface Refusal {
  readonly code: string;
  readonly limit: string | undefined;
  readonly value: number | undefined;
  readonly maximum: number | undefined;
  readonly top: readonly { readonly object: string; readonly value: number }[];
}

/** Throws on what is no problem: a bug is no measurement. */
export function refusalOf(cause: unknown): Refusal {
  if (!(cause instanceof ProblemError)) throw cause;
  const { code, limit, value, maximum, top = [] } = cause.problem;
  return { code, limit, value, maximum, top };
}
