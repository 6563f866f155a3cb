/** A value and the entry of a file that says it. */

import type { Origin } from '../ingest/document.ts';

export interface Placed<T> {
  readonly value: T;
  readonly origin: Origin;
}
