/**
 * How many pairs a matrix has, told while its rows go by: no pair is made. Tested against the pairs themselves in
 * `test/properties/matrix.test.ts`.
 */

import type { Row } from '../../engine/reach.ts';
import type { AskedMatrix } from './asked-matrix.ts';
import { DOUBTFUL, NOTHING } from './cut-cells.ts';
import { RowCount } from './row-count.ts';

export interface MatrixFigures {
  readonly pairs: number;
  /** Of those, how many of which something is unknown. */
  readonly doubtful: number;
}

export class MatrixCount {
  readonly #matrix: AskedMatrix;
  readonly #rows: RowCount;
  #pairs = 0;
  #doubtful = 0;

  constructor(matrix: AskedMatrix) {
    this.#matrix = matrix;
    this.#rows = new RowCount(matrix);
  }

  /** In any order. What comes from outside addresses is left to `finish`. */
  add(row: Row): void {
    if (!this.#matrix.scope.asksFrom(row.source)) return;
    this.#rows.look(row);
    for (const node of this.#matrix.reach.sources.members[row.source] ?? []) {
      const { pairs, doubtful } = this.#rows.from(node);
      this.#pairs += pairs;
      this.#doubtful += doubtful;
    }
  }

  /** What comes from outside is known when all other rows have gone by. */
  finish(): MatrixFigures {
    const { cells, reach, scope } = this.#matrix;
    const before = new Int32Array(reach.destinations.members.length + 1);
    for (let id = 0; id + 1 < before.length; id++) {
      before[id + 1] = (before[id] as number) + scope.fromOutside(id).length;
    }
    if (before.at(-1) === 0) return { pairs: this.#pairs, doubtful: this.#doubtful };
    this.#matrix.fromOutside().eachChange((first, last, _, after) => {
      if (after === NOTHING) return;
      const pairs = (before[last + 1] as number) - (before[first] as number);
      this.#pairs += pairs;
      if (cells.kinds[after] === DOUBTFUL) this.#doubtful += pairs;
    });
    return { pairs: this.#pairs, doubtful: this.#doubtful };
  }
}
