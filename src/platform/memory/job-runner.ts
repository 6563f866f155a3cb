/** Jobs in this process: carried out one after another, their answers kept for a while. */

import { carryOut, type Workshop } from '../../operations/carry-out.ts';
import type { Job, JobOrder } from '../../operations/job.ts';
import type { JobRunner } from '../../operations/ports.ts';
import { ProblemError, problem } from '../../util/problem.ts';
import { type Bounds, ExpiringMap } from './expiring-map.ts';

const BOUNDS: Bounds = { size: 200_000_000, milliseconds: 60 * 60 * 1000 };
const MOST_WAITING = 1_000;
/** Of the options of those that wait, as JSON: their bundles are in the store. */
const WAITING_BYTES = 64_000_000;
/** What a job takes beside its answer. */
const SMALL = 1_000;

export class MemoryJobRunner implements JobRunner {
  readonly #workshop: Workshop;
  readonly #jobs: ExpiringMap<Job>;
  #last: Promise<void> = Promise.resolve();
  #waiting = 0;
  #bytes = 0;

  constructor(workshop: Workshop, bounds: Bounds = BOUNDS) {
    this.#workshop = workshop;
    this.#jobs = new ExpiringMap(bounds);
  }

  async start(order: JobOrder): Promise<string> {
    const bytes = JSON.stringify(order).length;
    if (this.#waiting >= MOST_WAITING || this.#bytes + bytes > WAITING_BYTES) {
      throw new ProblemError(problem('busy', `${this.#waiting} jobs are waiting, which is as many as fit at once.`));
    }
    const id = crypto.randomUUID();
    this.#waiting += 1;
    this.#bytes += bytes;
    this.#jobs.set(id, { state: 'queued' }, SMALL);
    this.#last = this.#last.then(() => this.#run(id, order, bytes));
    return id;
  }

  async find(id: string): Promise<Job | undefined> {
    return this.#jobs.get(id);
  }

  async #run(id: string, order: JobOrder, bytes: number): Promise<void> {
    const running = (written: number) => this.#jobs.set(id, { state: 'running', written }, SMALL);
    running(0);
    // The request that gave the order is answered first.
    await new Promise((resolve) => setTimeout(resolve, 0));
    const result = await carryOut(order, this.#workshop, { id, written: running });
    this.#waiting -= 1;
    this.#bytes -= bytes;
    this.#jobs.set(id, { state: 'done', result }, SMALL + 2 * result.body.length);
  }
}
