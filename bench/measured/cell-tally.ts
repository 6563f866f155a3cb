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
  /** Of neighbouring classes with one cell. */
  readonly runs: number;
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
  /** By destination class, the nodes of the classes before it. */
  readonly #before: Float64Array;
  #pairs = new Float64Array(1024);
  #nonZeroCells = 0;
  #runs = 0;

  constructor(reach: Reach) {
    this.#reach = reach;
    this.#sources = sizes(reach.sources);
    this.#before = sums(sizes(reach.destinations));
  }

  addAll(): void {
    for (const row of this.#reach.rows()) this.#add(row);
  }

  #add({ source, firsts, lasts, cells }: Row): void {
    const weight = this.#sources[source] ?? 0;
    for (let run = 0; run < cells.length; run++) {
      const cell = cells[run] ?? 0;
      if (cell >= this.#pairs.length) this.#grow(cell);
      const first = firsts[run] ?? 0;
      const end = (lasts[run] ?? -1) + 1;
      const size = (this.#before[end] ?? 0) - (this.#before[first] ?? 0);
      this.#pairs[cell] = (this.#pairs[cell] ?? 0) + weight * size;
      this.#nonZeroCells += end - first;
    }
    this.#runs += cells.length;
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
    return { nonZeroCells: this.#nonZeroCells, runs: this.#runs, allowedPairs, distinctCells: pairs.size, digest };
  }
}

function sizes({ members }: Classes): Float64Array {
  return Float64Array.from(members, (nodes) => nodes.length);
}

function sums(counts: Float64Array): Float64Array {
  const before = new Float64Array(counts.length + 1);
  for (let id = 0; id < counts.length; id++) before[id + 1] = (before[id] ?? 0) + (counts[id] ?? 0);
  return before;
}
