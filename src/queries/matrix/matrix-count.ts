/**
 * How many pairs a matrix has, told while its rows go by: no pair is made. Tested against the pairs themselves in
 * `test/properties/matrix-count.test.ts`.
 */

import { isEmpty } from '../../algebra/connection-set.ts';
import type { Row } from '../../engine/reach.ts';
import type { AskedMatrix } from './asked-matrix.ts';
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
    for (const { pairs, doubtful } of this.#rows.of(row)) {
      this.#pairs += pairs;
      this.#doubtful += doubtful;
    }
  }

  /** What comes from outside is known when all other rows have gone by. */
  finish(): MatrixFigures {
    for (const { destination, cell } of this.#matrix.inbound()) {
      const pairs = this.#matrix.scope.fromOutside(destination).length;
      this.#pairs += pairs;
      if (!isEmpty(cell.unknown)) this.#doubtful += pairs;
    }
    return { pairs: this.#pairs, doubtful: this.#doubtful };
  }
}
