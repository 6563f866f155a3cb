/**
 * What changed for outside addresses towards every destination: it is known of one when all addresses have been asked,
 * and until then the changes of all destinations are held.
 */

import { LIMITS } from '../../ingest/index.ts';
import { exceed } from '../../util/problem.ts';
import { type ChangedCells, ChangedRanges } from './changed-ranges.ts';

/** A change of one answer seldom comes from more runs of classes than this. */
const RUNS = 4;

export class InboundRanges {
  readonly #byDestination = new Map<number, ChangedRanges>();
  #runs = 0;

  /** `source` and `destination` are positions of joint classes; those of sources ascend. */
  add(source: number, destination: number, cells: ChangedCells): void {
    const known = this.#byDestination.get(destination);
    const ranges = known ?? new ChangedRanges();
    if (!known) this.#byDestination.set(destination, ranges);
    if (ranges.add(source, cells)) this.#count();
  }

  #count(): void {
    this.#runs++;
    const maximum = LIMITS.connections.value;
    if (this.#runs <= RUNS * maximum) return;
    const detail =
      'too much changed for outside addresses; ask for a part with `focus`, `connection` or `external=false`';
    exceed('connections', this.#runs, maximum, detail);
  }

  /** By destination, in the order in which they were met. */
  entries(): Iterable<readonly [number, ChangedRanges]> {
    return this.#byDestination;
  }
}
