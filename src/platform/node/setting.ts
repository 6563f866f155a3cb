/** What settings have in common, whatever they set: whole numbers, and the sentence about a value that is refused. */

import * as z from 'zod';

/** A whole number in words. */
export function whole(first: number, last: number) {
  const error = `a whole number from ${first} to ${last}`;
  return z
    .string()
    .regex(/^\d{1,10}$/, error)
    .transform(Number)
    .pipe(z.int(error).min(first, error).max(last, error));
}

/** What is wrong, where, and what to do; `expected` is a noun. */
export function refusedValue(name: string, value: string, expected: string): string {
  const remedy = 'Correct it in the environment of the process, or leave it out for the default.';
  return `${name}: "${value.slice(0, 60)}" is not ${expected}. ${remedy}`;
}
