/** How long the steps of a task took, and how much they met: what `Server-Timing` tells of an answer. */

export interface Measure {
  readonly name: 'read' | 'answer' | 'files' | 'documents' | 'cache';
  /** Milliseconds. The clock of Workers stands still while nothing is waited for, so that counts say more there. */
  readonly duration?: number;
  readonly count?: number | string;
}

/** A stopwatch for the steps of one task, one after another. */
export class Stopwatch {
  #since = performance.now();

  /** The time since the step before. */
  step(name: Measure['name']): Measure {
    const now = performance.now();
    const duration = now - this.#since;
    this.#since = now;
    return { name, duration };
  }
}
