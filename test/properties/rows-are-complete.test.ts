/** A row visits only the destinations that may hold something: it must miss none of those that do. */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isEmpty } from '../../src/algebra/connection-set.ts';
import type { Cell, Reach } from '../../src/engine/reach.ts';
import { analysisOfObjects } from '../oracle/ask-engine.ts';
import { randomPolicyPicture } from '../oracle/random-policy-picture.ts';
import { rowCells } from '../oracle/row-cells.ts';

/** Every cell of a row that holds something, asked for one by one. */
function denseRow(reach: Reach, source: number): Map<number, Cell> {
  const [from = -1] = reach.sources.members[source] ?? [];
  const cells = reach.destinations.members.map(([to = -1], id) => [id, reach.between(from, to)] as const);
  return new Map(cells.filter(([, cell]) => !isEmpty(cell.allow) || !isEmpty(cell.unknown)));
}

it('the rows of a matrix hold exactly the cells that hold something', () => {
  fc.assert(
    fc.property(randomPolicyPicture, fc.constantFrom('match', 'ignore'), (cluster, ipBlockPods) => {
      const reach = analysisOfObjects(cluster, { ipBlockPods }).reach();
      for (const row of reach.rows()) expect(rowCells(reach, row)).toEqual(denseRow(reach, row.source));
    }),
    { numRuns: 400 },
  );
});
