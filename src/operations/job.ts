/**
 * Deferred analyses: an order names a stored bundle and what is asked of it, so that it can wait, and be carried out
 * elsewhere; what comes of it is what the request itself would have been answered.
 */

import type { GivenOptions } from './given-options.ts';

/** Plain JSON: it may be stored. */
export interface JobOrder {
  readonly operation: string;
  readonly options: GivenOptions;
  readonly format: string;
  readonly gates: readonly string[];
  /** The digest of the bundle, which is in the store of snapshots. */
  readonly snapshot: string;
}

/** An answer as it was written. */
export interface JobResult {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

export type Job =
  | { readonly state: 'queued' }
  /** `written`: so many bytes of the answer are there. */
  | { readonly state: 'running'; readonly written: number }
  | { readonly state: 'done'; readonly result: JobResult };
