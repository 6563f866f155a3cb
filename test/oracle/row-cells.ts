/** A row of the engine as a map of cells by the number of their class. */

import type { Cell, Reach, Row } from '../../src/engine/reach.ts';
import { classCells } from './class-cells.ts';

/** Throws where the row is malformed: its runs must ascend, and there is one cell for each. */
export function rowCells(reach: Reach, row: Row): ReadonlyMap<number, Cell> {
  const { source, firsts, lasts } = row;
  const isAscending = firsts.every((id, i) => id > (lasts[i - 1] ?? -1) && id <= (lasts[i] ?? -1));
  const { destinations, cells } = classCells(row);
  if (!isAscending || firsts.length !== row.cells.length) throw new Error(`row ${source} is malformed`);
  return new Map(Array.from(destinations, (id, i) => [id, reach.cellAt(cells[i] ?? -1)]));
}
