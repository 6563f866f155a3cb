/** Workloads by their ids, of a list in the order of those: a map of them all would be larger than what it finds. */

import type { Workload } from '../kubernetes/cluster.ts';

export class WorkloadFinder {
  readonly #workloads: readonly Workload[];
  /** Answers ask for one behind the other. */
  #next = 0;

  constructor(workloads: readonly Workload[]) {
    this.#workloads = workloads;
  }

  find(id: string): Workload | undefined {
    if (this.#workloads[this.#next]?.id !== id) this.#next = this.#search(id);
    const workload = this.#workloads[this.#next];
    if (workload?.id !== id) return undefined;
    this.#next += 1;
    return workload;
  }

  /** The index of the first that does not come before it. */
  #search(id: string): number {
    let [low, high] = [0, this.#workloads.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#workloads[middle]?.id ?? '') < id) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
