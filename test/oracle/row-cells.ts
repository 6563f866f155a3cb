/** A row of the engine as a map of cells by the number of their class. */

import type { Cell, Reach, Row } from '../../src/engine/reach.ts';

/** Throws where the row is malformed: its classes must ascend, and there is one cell for each. */
export function rowCells(reach: Reach, { source, destinations, cells }: Row): ReadonlyMap<number, Cell> {
  const isAscending = destinations.every((id, i) => id > (destinations[i - 1] ?? -1));
  if (!isAscending || destinations.length !== cells.length) throw new Error(`row ${source} is malformed`);
  return new Map(Array.from(destinations, (id, i) => [id, reach.cellAt(cells[i] ?? -1)]));
}
