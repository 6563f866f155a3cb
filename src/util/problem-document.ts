/**
 * A problem as it is written down: the members of RFC 9457 §3.1 first, then our extensions (§3.2). HTTP answers,
 * NDJSON error records and GraphQL extensions all take their words from here.
 */

import { PROBLEMS, type Problem } from './problem.ts';

/** `instance`, the request's id, is added by whoever knows the request. */
export interface ProblemDocument extends Omit<Problem, 'code'> {
  readonly type: string;
  readonly title: string;
  readonly status: number;
}

export function problemDocument({ code, detail, ...more }: Problem): ProblemDocument {
  const { title, status } = PROBLEMS[code];
  return { type: `/problems/${code}`, title, status, detail, ...more };
}
