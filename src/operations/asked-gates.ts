/**
 * `gate`: which conditions make a report fail a build, by the status 422 for `curl --fail-with-body` or by the exit code
 * of the command line.
 */

import { nearest } from '../util/edit-distance.ts';
import { ProblemError, problem } from '../util/problem.ts';

function refuse(detail: string, alternatives: readonly string[]): never {
  const errors = [{ option: 'gate', message: detail }];
  const more = alternatives.length > 0 ? { alternatives } : {};
  throw new ProblemError(problem('invalid-options', detail, { errors, ...more }));
}

/** The gates a query string asks for, a comma list; throws `invalid-options` at one the operation does not have. */
export function queryGates(query: URLSearchParams, gates: readonly string[]): readonly string[] {
  if (!query.has('gate')) return [];
  if (gates.length === 0) refuse('This operation has no gates: leave `gate` out and read the result.', []);
  const asked = query.getAll('gate').flatMap((list) => list.split(',').map((name) => name.trim()));
  const unknown = asked.find((name) => !gates.includes(name));
  if (unknown !== undefined) {
    const near = nearest(unknown, gates);
    const hint = near === undefined ? `The gates are ${gates.join(', ')}.` : `Did you mean "${near}"?`;
    refuse(`There is no gate "${unknown.slice(0, 60)}". ${hint}`, near === undefined ? gates : [near]);
  }
  return asked;
}
