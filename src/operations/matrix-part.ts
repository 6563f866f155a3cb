/** The pairs of a matrix that one answer holds: all that are asked for, or a page of them. */

import { isEmpty } from '../algebra/connection-set.ts';
import type { Model } from '../analysis/model.ts';
import { LIMITS } from '../ingest/index.ts';
import { AskedMatrix } from '../queries/matrix/asked-matrix.ts';
import type { End } from '../queries/matrix/ends.ts';
import { MatrixSurvey } from '../queries/matrix/matrix-survey.ts';
import type { MatrixQuery, Pair } from '../queries/matrix.ts';
import { byKeys } from '../util/ordering.ts';
import { requireAffordable } from './affordable.ts';
import { cutPage, type PageOptions, pageBounds } from './page.ts';
import { refuseMatrix } from './too-large.ts';

export interface MatrixPart {
  /** Sorted by `from`, then `to`. */
  readonly pairs: readonly Pair[];
  /** The cursor of the next page. */
  readonly next?: string;
  /** How many pairs there are on all pages, and whether something of one of them is unknown. */
  readonly total: number;
  readonly doubtful: boolean;
  /** The ends of all pairs by id; without a focus, endpoints may be left out. */
  readonly ends: ReadonlyMap<string, End>;
}

/**
 * `found`: what `pairsWithin` found. Throws the problem of a matrix that is too large, where not even a page is asked
 * for.
 */
export function matrixPart(model: Model, query: MatrixQuery, { found, ...page }: Asked): MatrixPart {
  if (!found) return pageOfMany(model, query, page);
  const { items, ...more } = cutPage(found, page);
  return {
    pairs: items,
    ...more,
    total: found.length,
    doubtful: found.some((p) => !isEmpty(p.unknown)),
    ends: new Map(found.flatMap((p) => [p.from, p.to]).map((end) => [end.id, end])),
  };
}

interface Asked extends PageOptions {
  readonly found: Pair[] | undefined;
}

/** All pairs in order; throws the problem of a matrix that is too large. */
export function collectPairs(model: Model, query: MatrixQuery): Pair[] {
  return pairsWithin(model, query) ?? refuseMatrix(model, query);
}

/** Nothing where there are more than one answer may hold. */
export function pairsWithin(model: Model, query: MatrixQuery): Pair[] | undefined {
  const reach = model.reach();
  requireAffordable([reach]);
  const found: Pair[] = [];
  for (const pair of new AskedMatrix(reach, query).pairs()) {
    if (found.push(pair) > LIMITS.connections.value) return undefined;
  }
  return found.sort(
    byKeys(
      (p) => p.from.id,
      (p) => p.to.id,
    ),
  );
}

function pageOfMany(model: Model, query: MatrixQuery, page: PageOptions): MatrixPart {
  if (page.limit === undefined || query.focus.length > 0) refuseMatrix(model, query);
  const survey = new MatrixSurvey(model.reach(), query);
  const { start, end, ...more } = pageBounds(survey.total, page);
  return {
    pairs: survey.page(start, end),
    ...more,
    total: survey.total,
    doubtful: survey.doubtful,
    ends: new Map(survey.strangers.map((stranger) => [stranger.id, stranger])),
  };
}
