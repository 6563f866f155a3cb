/**
 * Counts what rows hold, every cell of them: how many are not empty, and how many pairs of workloads and outside ranges
 * share each set of connections. Two engines that agree have the same tally.
 */

import { createHash } from 'node:crypto';
import { connectionKey, isEmpty } from '../../src/algebra/connection-set.ts';
import type { Classes } from '../../src/engine/classes.ts';
import type { Reach, Row } from '../../src/engine/reach.ts';

export interface Tally {
  readonly nonZeroCells: number;
  /** Ordered pairs of nodes that may exchange something. */
  readonly allowedPairs: number;
  /** Distinct sets of connections among the cells. */
  readonly distinctCells: number;
  /** Of the number of pairs of each set. */
  readonly digest: string;
}

export class CellTally {
  readonly #reach: Reach;
  readonly #sources: Float64Array;
  readonly #destinations: Float64Array;
  #pairs = new Float64Array(1024);
  #nonZeroCells = 0;

  constructor(reach: Reach) {
    this.#reach = reach;
    this.#sources = sizes(reach.sources);
    this.#destinations = sizes(reach.destinations);
  }

  addAll(): void {
    for (const row of this.#reach.rows()) this.#add(row);
  }

  #add({ source, destinations, cells }: Row): void {
    const weight = this.#sources[source] ?? 0;
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i] ?? 0;
      if (cell >= this.#pairs.length) this.#grow(cell);
      this.#pairs[cell] = (this.#pairs[cell] ?? 0) + weight * (this.#destinations[destinations[i] ?? 0] ?? 0);
    }
    this.#nonZeroCells += cells.length;
  }

  #grow(cell: number): void {
    const larger = new Float64Array(Math.max(cell + 1, this.#pairs.length * 2));
    larger.set(this.#pairs);
    this.#pairs = larger;
  }

  result(): Tally {
    const pairs = new Map<string, number>();
    let allowedPairs = 0;
    for (const [id, count] of this.#pairs.entries()) {
      if (count === 0) continue;
      const { allow, unknown } = this.#reach.cellAt(id);
      if (!isEmpty(allow)) allowedPairs += count;
      const key = `${connectionKey(allow)} ${connectionKey(unknown)}`;
      pairs.set(key, (pairs.get(key) ?? 0) + count);
    }
    const lines = [...pairs].map(([key, count]) => `${key} ${count}`).sort();
    const digest = createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 12);
    return { nonZeroCells: this.#nonZeroCells, allowedPairs, distinctCells: pairs.size, digest };
  }
}

function sizes({ members }: Classes): Float64Array {
  return Float64Array.from(members, (nodes) => nodes.length);
}
