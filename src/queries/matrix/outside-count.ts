/**
 * Kernel: how many runs of outside addresses a row leads to. Every row of a large matrix comes by here, and few of them
 * lead to the same runs, so that the line is walked without making them. Tested in `test/properties/matrix-count.test.ts`.
 */

import type { Row } from '../../engine/reach.ts';
import type { AskedMatrix } from './asked-matrix.ts';
import { DOUBTFUL } from './cut-cells.ts';
import type { PairCount } from './tally.ts';

const NOTHING = 0;

export class OutsideCount {
  readonly #matrix: AskedMatrix;
  /** By position on the line: the destination class of its node, and whether a run may go on from before it. */
  readonly #classes: Int32Array;
  readonly #continues: Uint8Array;
  /** By destination class, while a row is looked at: the number of its cell, and the cell by the reach's number. */
  readonly #numbers: Int32Array;
  readonly #cells: Int32Array;

  constructor(matrix: AskedMatrix) {
    const { line, reach } = matrix;
    const { classOf, members } = reach.destinations;
    this.#matrix = matrix;
    this.#classes = Int32Array.from(line.nodes, (node) => classOf[node] as number);
    this.#continues = Uint8Array.from(line.nodes, (_, position) => Number(line.continues(position)));
    this.#numbers = new Int32Array(members.length);
    this.#cells = new Int32Array(members.length);
  }

  of(row: Row): PairCount {
    if (this.#classes.length === 0) return { pairs: 0, doubtful: 0 };
    this.#spread(row, true);
    const [classes, numbers] = [this.#classes, this.#numbers];
    let [pairs, doubtful, open] = [0, 0, NOTHING];
    for (let position = 0; position < classes.length; position++) {
      const id = classes[position] as number;
      const number = numbers[id] as number;
      if (number === open && this.#continues[position] === 1) continue;
      open = number;
      if (number === NOTHING) continue;
      pairs++;
      if (this.#matrix.cells.kind(this.#cells[id] as number) === DOUBTFUL) doubtful++;
    }
    this.#spread(row, false);
    return { pairs, doubtful };
  }

  /** Writes the cells of outside classes by class, or takes them out again. */
  #spread({ firsts, lasts, cells }: Row, isIn: boolean): void {
    const { cells: cut, firstOutside } = this.#matrix;
    for (let run = cells.length - 1; run >= 0 && (lasts[run] as number) >= firstOutside; run--) {
      const first = Math.max(firsts[run] as number, firstOutside);
      const end = (lasts[run] as number) + 1;
      this.#numbers.fill(isIn ? cut.numberOf(cells[run] as number) : NOTHING, first, end);
      if (isIn) this.#cells.fill(cells[run] as number, first, end);
    }
  }
}
