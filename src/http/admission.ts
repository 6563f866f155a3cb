/**
 * Of large requests one is answered at a time: two clusters of the largest size do not fit into an isolate together,
 * and running out of memory would end every request in it.
 */

import { LIMITS } from '../ingest/index.ts';
import type { TaskWatch } from '../operations/ports.ts';
import { ProblemError, problem } from '../util/problem.ts';

/** The one place for a large request; made with the app. */
export class LargeSlot {
  #holder: Admission | undefined;

  /** Throws the `busy` problem while another holds it. */
  take(holder: Admission): void {
    if (this.#holder && this.#holder !== holder) {
      const maximum = LIMITS.largeRequestBytes.value;
      const detail = `Of requests longer than ${maximum} bytes one is answered at a time, and another has come first.`;
      throw new ProblemError(problem('busy', detail));
    }
    this.#holder = holder;
  }

  release(holder: Admission): void {
    if (this.#holder === holder) this.#holder = undefined;
  }
}

/** One request's claim on the slot, from its first bytes to the last of its answer. */
export class Admission implements TaskWatch {
  readonly #slot: LargeSlot;
  #ended = false;

  constructor(slot: LargeSlot) {
    this.#slot = slot;
  }

  /** Told of the length of the request, as far as it is known. Throws the `busy` problem. */
  readonly count = (bytes: number): void => {
    if (bytes > LIMITS.largeRequestBytes.value && !this.#ended) this.#slot.take(this);
  };

  /** Nothing more is computed for the request. */
  readonly end = (): void => {
    this.#ended = true;
    this.#slot.release(this);
  };
}
