/** Pages of a list: `limit` items from where the cursor points. */

import { ProblemError, problem } from '../util/problem.ts';

export interface Page<T> {
  readonly items: T[];
  /** The cursor of the next page; absent on the last. */
  readonly next?: string;
}

export function cutPage<T>(
  items: T[],
  { limit, cursor }: { limit?: number | undefined; cursor?: string | undefined },
): Page<T> {
  const start = cursor === undefined ? 0 : readCursor(cursor, items.length);
  if (limit === undefined && start === 0) return { items };
  const end = Math.min(items.length, start + (limit ?? items.length));
  const page = { items: items.slice(start, end) };
  return end < items.length ? { ...page, next: `${end}-${items.length}` } : page;
}

/** A cursor holds the length of its list, so that one of another bundle is refused rather than misread. */
function readCursor(cursor: string, length: number): number {
  const [, start = Number.NaN, of] = (/^(\d+)-(\d+)$/.exec(cursor) ?? []).map(Number);
  if (!(start <= length) || of !== length) {
    throw new ProblemError(problem('invalid-options', 'the cursor is not of this bundle and these options'));
  }
  return start;
}
