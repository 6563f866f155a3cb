/** A matrix that is too large for the form it was asked for in: how large it is, and how to get the rest. */

import type { Model } from '../analysis/model.ts';
import { LIMITS } from '../ingest/index.ts';
import { AskedMatrix } from '../queries/matrix/asked-matrix.ts';
import { MatrixCount } from '../queries/matrix/matrix-count.ts';
import type { MatrixQuery } from '../queries/matrix.ts';
import { ProblemError, problem } from '../util/problem.ts';

const OF_EVERYTHING = {
  advice:
    'ask for the whole with `?format=ndjson`, for pages with `limit`, or for a part with `focus`, `connection` or `external=false`',
  alternatives: ['format=ndjson', 'limit', 'focus', 'connection', 'external=false'],
} as const;
const OF_A_FOCUS = {
  advice:
    'name fewer workloads in `focus`, or ask for less with `focusPeer`, `direction`, `connection` or `external=false`',
  alternatives: ['focusPeer', 'direction', 'connection', 'external=false'],
} as const;

/** It is never an empty list: that would say that nothing may reach anything. */
export function refuseMatrix(model: Model, query: MatrixQuery): never {
  const { sources, destinations } = model.reach();
  const { pairs, cells } = countAll(new AskedMatrix(model.reach(), query));
  const maximum = LIMITS.connections.value;
  const { advice, alternatives } = query.focus.length > 0 ? OF_A_FOCUS : OF_EVERYTHING;
  const detail = `there are ${pairs} connections, and this form holds at most ${maximum}; ${advice}`;
  const { workloads, policies } = model.size();
  const summary = {
    workloads,
    policies,
    connections: pairs,
    classes: { sources: sources.members.length, destinations: destinations.members.length },
    cells,
  };
  const more = { limit: 'connections', value: pairs, maximum, summary, alternatives };
  throw new ProblemError(problem('limit-exceeded', detail, more));
}

function countAll(matrix: AskedMatrix): { readonly pairs: number; readonly cells: number } {
  const count = new MatrixCount(matrix);
  let cells = 0;
  for (const row of matrix.everyRow()) {
    count.add(row);
    cells += matrix.cellsIn(row);
  }
  return { pairs: count.finish().pairs, cells };
}
