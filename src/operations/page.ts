/** Pages of a list: `limit` items from where the cursor points. */

import { ProblemError, problem } from '../util/problem.ts';

export interface PageOptions {
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

/** Where a page lies in its list. */
export interface PageBounds {
  readonly start: number;
  readonly end: number;
  /** The cursor of the next page; absent on the last. */
  readonly next?: string;
}

export interface Page<T> {
  readonly items: T[];
  /** The cursor of the next page; absent on the last. */
  readonly next?: string;
}

export function cutPage<T>(items: T[], options: PageOptions): Page<T> {
  const { start, end, next } = pageBounds(items.length, options);
  const page = { items: items.slice(start, end) };
  return next === undefined ? page : { ...page, next };
}

/** The same for a list of which only the length is known. */
export function pageBounds(length: number, { limit, cursor }: PageOptions): PageBounds {
  const start = cursor === undefined ? 0 : readCursor(cursor, length);
  const end = Math.min(length, start + (limit ?? length));
  return end < length ? { start, end, next: `${end}-${length}` } : { start, end };
}

/** A cursor holds the length of its list, so that one of another bundle is refused rather than misread. */
function readCursor(cursor: string, length: number): number {
  const [, start = Number.NaN, of] = (/^(\d+)-(\d+)$/.exec(cursor) ?? []).map(Number);
  if (!(start <= length) || of !== length) {
    throw new ProblemError(problem('invalid-options', 'the cursor is not of this bundle and these options'));
  }
  return start;
}
