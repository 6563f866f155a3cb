/**
 * Cursors of lists (Relay Cursor Connections §4): the place in the list, and a digest of what the list is of. The
 * service keeps nothing, so a cursor is only of use with the same input and arguments, and any other is refused.
 */

import { ProblemError, problem } from '../util/problem.ts';

const CURSOR = /^(\d{1,9})\.([\w-]+)$/;

export function writeCursor(index: number, scope: string): string {
  return btoa(`${index}.${scope}`);
}

/** The index a cursor stands for; throws `invalid-options` for one of another list. */
export function readCursor(cursor: string, scope: string): number {
  const [, index, digest] = CURSOR.exec(decode(cursor)) ?? [];
  if (index !== undefined && digest === scope) return Number(index);
  const detail = 'The cursor does not belong to this list: it needs the same files, options and arguments.';
  throw new ProblemError(problem('invalid-options', detail, { errors: [{ option: 'after', message: detail }] }));
}

function decode(cursor: string): string {
  try {
    return atob(cursor);
  } catch {
    return '';
  }
}
