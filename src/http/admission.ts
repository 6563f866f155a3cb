/**
 * How many requests are in work at once. An isolate has one thread and little memory, and running out of it would end
 * every request in it: what does not fit is told to come again while its client still listens. Of large requests one is
 * answered at a time, for two clusters of the largest size do not fit together.
 */

import { LIMITS } from '../ingest/index.ts';
import type { TaskWatch } from '../operations/ports.ts';
import { ProblemError, problem } from '../util/problem.ts';

function busy(detail: string): never {
  throw new ProblemError(problem('busy', detail));
}

/** What fits at once, large requests aside. */
export interface CapacityBounds {
  readonly requests: number;
  /** Of their bodies together. */
  readonly bytes: number;
}

/** What is in work in one app. */
export class Capacity {
  readonly #bounds: CapacityBounds;
  #requests = 0;
  #bytes = 0;
  #large: Admission | undefined;

  constructor(bounds: CapacityBounds = { requests: LIMITS.requestsAtOnce.value, bytes: LIMITS.bytesAtOnce.value }) {
    this.#bounds = bounds;
  }

  /** Throws the `busy` problem where there are as many as fit. */
  enter(): void {
    const maximum = this.#bounds.requests;
    if (this.#requests >= maximum) busy(`${maximum} requests are being answered, which is as many as fit at once.`);
    this.#requests += 1;
  }

  /** Throws the `busy` problem where the bodies that are there leave no room for so much more. */
  add(bytes: number): void {
    const maximum = this.#bounds.bytes;
    if (this.#bytes + bytes > maximum)
      busy(`The requests in work have ${maximum} bytes, which is as much as fits at once.`);
    this.#bytes += bytes;
  }

  /** Throws the `busy` problem while another holds the place for a large one. */
  takeLarge(holder: Admission): void {
    if (this.#large && this.#large !== holder) {
      const maximum = LIMITS.largeRequestBytes.value;
      busy(`Of requests longer than ${maximum} bytes one is answered at a time, and another has come first.`);
    }
    this.#large = holder;
  }

  leave(holder: Admission, bytes: number): void {
    this.#requests -= 1;
    this.#bytes -= bytes;
    if (this.#large === holder) this.#large = undefined;
  }
}

/** One request's place, from its first bytes to the last of its answer. Throws the `busy` problem where there is none. */
export class Admission implements TaskWatch {
  readonly #capacity: Capacity;
  #bytes = 0;
  #ended = false;

  constructor(capacity: Capacity) {
    this.#capacity = capacity;
    capacity.enter();
  }

  /** Told of the length of the request, as far as it is known. Throws the `busy` problem. */
  readonly count = (bytes: number): void => {
    if (this.#ended) return;
    if (bytes > LIMITS.largeRequestBytes.value) this.#capacity.takeLarge(this);
    const small = Math.min(bytes, LIMITS.largeRequestBytes.value);
    if (small <= this.#bytes) return;
    this.#capacity.add(small - this.#bytes);
    this.#bytes = small;
  };

  /** Nothing more is computed for the request. */
  readonly end = (): void => {
    if (this.#ended) return;
    this.#ended = true;
    this.#capacity.leave(this, this.#bytes);
  };
}
