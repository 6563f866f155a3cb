/** What zod finds wrong with options, as the `invalid-options` problem every transport answers with. */

import type * as z from 'zod';
import { type Problem, problem } from '../util/problem.ts';

/** So many faults are told at once. */
const FAULTS = 10;
/** A path into an option's value may hold keys of the client's choice. */
const LONGEST_PATH = 120;

export function optionFaults(error: z.ZodError): Problem {
  const errors = error.issues.slice(0, FAULTS).map((issue) => ({
    option: issue.path.map(String).join('.').slice(0, LONGEST_PATH),
    message: issue.message,
  }));
  const detail = errors.map(({ option, message }) => `${option || 'options'}: ${message}`).join('; ');
  return problem('invalid-options', detail, { errors });
}
