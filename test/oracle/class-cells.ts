/** A row class by class, for those who look at each: the runs written out. */

import type { Row } from '../../src/engine/row-runs.ts';

export interface ClassCells {
  /** Destination classes, ascending. */
  readonly destinations: Int32Array;
  /** Beside each, its cell, by the number that `cellAt` knows. */
  readonly cells: Int32Array;
}

/** Lists of their own, which outlive the row. */
export function classCells({ firsts, lasts, cells }: Row): ClassCells {
  let size = 0;
  for (let run = 0; run < cells.length; run++) size += (lasts[run] as number) - (firsts[run] as number) + 1;
  const written = { destinations: new Int32Array(size), cells: new Int32Array(size) };
  let at = 0;
  for (let run = 0; run < cells.length; run++) {
    const last = lasts[run] as number;
    for (let id = firsts[run] as number; id <= last; id++) {
      written.destinations[at] = id;
      written.cells[at++] = cells[run] as number;
    }
  }
  return written;
}
