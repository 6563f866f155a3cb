/**
 * Kernel: how many runs of outside addresses a row leads to. The line is walked without making them, and not at all
 * where one of the last rows led to the same. Tested in `test/properties/matrix.test.ts`.
 */

import type { Row } from '../../engine/reach.ts';
import type { AskedMatrix } from './asked-matrix.ts';
import { DOUBTFUL, NOTHING } from './cut-cells.ts';
import type { PairCount } from './tally.ts';

interface Counted extends PairCount {
  readonly tail: Int32Array;
}

/** So many are kept: neighbouring sources take turns between a few policies. */
const KEPT = 8;

export class OutsideCount {
  readonly #matrix: AskedMatrix;
  /** By position on the line: the destination class of its node, and whether a run may go on from before it. */
  readonly #classes: Int32Array;
  readonly #continues: Uint8Array;
  /** By destination class, while the line is walked: the number of its cell. */
  readonly #numbers: Int32Array;
  /** Of a row, what is about outside addresses: the first class, the last and the number of the cell of each run. */
  readonly #tail: Int32Array;
  readonly #kept: Counted[] = [];

  constructor(matrix: AskedMatrix) {
    const { line, reach, firstOutside } = matrix;
    const { classOf, members } = reach.destinations;
    this.#matrix = matrix;
    this.#classes = Int32Array.from(line.nodes, (node) => classOf[node] as number);
    this.#continues = Uint8Array.from(line.nodes, (_, position) => Number(line.continues(position)));
    this.#numbers = new Int32Array(members.length);
    this.#tail = new Int32Array(3 * (members.length - firstOutside));
  }

  of(row: Row): PairCount {
    const size = this.#read(row);
    for (const counted of this.#kept) if (startsWith(this.#tail, size, counted.tail)) return counted;
    const counted = { tail: this.#tail.slice(0, size), ...this.#count(size) };
    if (this.#kept.push(counted) > KEPT) this.#kept.shift();
    return counted;
  }

  /** Reads the tail of a row, the last run first; gives its length. */
  #read({ firsts, lasts, cells }: Row): number {
    const { cells: cut, firstOutside } = this.#matrix;
    const tail = this.#tail;
    let size = 0;
    for (let run = cells.length - 1; run >= 0 && (lasts[run] as number) >= firstOutside; run--) {
      tail[size++] = Math.max(firsts[run] as number, firstOutside);
      tail[size++] = lasts[run] as number;
      tail[size++] = cut.numberOf(cells[run] as number);
    }
    return size;
  }

  #count(size: number): PairCount {
    this.#spread(size, true);
    const [classes, numbers, continues, kinds] = [
      this.#classes,
      this.#numbers,
      this.#continues,
      this.#matrix.cells.kinds,
    ];
    let [pairs, doubtful, open] = [0, 0, NOTHING];
    for (let position = 0; position < classes.length; position++) {
      const number = numbers[classes[position] as number] as number;
      if (number === open && continues[position] === 1) continue;
      open = number;
      if (number === NOTHING) continue;
      pairs++;
      if (kinds[number] === DOUBTFUL) doubtful++;
    }
    this.#spread(size, false);
    return { pairs, doubtful };
  }

  /** Writes the numbers of the tail by class, or takes them out again. */
  #spread(size: number, isIn: boolean): void {
    const tail = this.#tail;
    for (let at = 0; at < size; at += 3) {
      const number = isIn ? (tail[at + 2] as number) : NOTHING;
      this.#numbers.fill(number, tail[at] as number, (tail[at + 1] as number) + 1);
    }
  }
}

function startsWith(list: Int32Array, size: number, known: Int32Array): boolean {
  if (known.length !== size) return false;
  for (let at = 0; at < size; at++) if (known[at] !== list[at]) return false;
  return true;
}
