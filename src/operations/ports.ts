/**
 * What a platform must give: one small interface per concept, implemented in `platform/` and handed in by `entry/`.
 * Everything to the left of `platform/` knows these only.
 */

import type { SnapshotSource } from '../ingest/index.ts';
import type { Format } from '../render/format.ts';
import type { GivenOptions } from './given-options.ts';
import type { Job, JobOrder } from './job.ts';
import type { Measure } from './measures.ts';
import type { Operation } from './operation.ts';

/** One run of an operation, as a request asks for it: nothing of the body is read yet. */
export interface Task {
  readonly operation: Operation;
  readonly body: ReadableStream<Uint8Array> | null;
  readonly contentType: string | null;
  /** Undefined where the body is sent as it is. */
  readonly contentEncoding?: 'gzip' | undefined;
  /** The options given beside the body, not yet checked. */
  readonly query: GivenOptions;
  readonly format: Format;
  /** The gates asked for. */
  readonly gates: readonly string[];
  /** What the answer depends on beside the bundle and the options: a part of its entity tag. */
  readonly identity?: string;
  /** The entity tags the client has, as in `If-None-Match`. */
  readonly known?: string;
}

/** Follows one task. */
export interface TaskWatch {
  /** Told how many bytes of the body have come; it may throw to refuse the rest. */
  count(bytes: number): void;
  /** Nothing more is computed. */
  end(): void;
}

/** What came of a task: the written answer, whole or while it is computed. */
export interface Written {
  readonly tripped: readonly string[];
  readonly body: string | ReadableStream<Uint8Array>;
  /** Absent where the body was read while it arrived, and where a gate tripped. */
  readonly etag?: string;
  /** The client has this answer: nothing was computed, and the body is empty. */
  readonly unchanged?: true;
  readonly measures?: readonly Measure[];
}

/** Where the work is done: in the same thread, or in one that may be lost without the service. */
export interface AnalysisRunner {
  /** Throws a `ProblemError` for an expected failure; then the watch is not told of the end. */
  run(task: Task, watch: TaskWatch): Promise<Written>;
}

/** Where bundles are kept under their digests. */
export interface SnapshotStore extends SnapshotSource {
  /** Keeps a bundle, as `writeBundle` wrote it; tells until when, as milliseconds of Unix time. */
  put(digest: string, bundle: Uint8Array<ArrayBuffer>): Promise<number>;
}

/** What a limiter says to one request. */
export interface Allowance {
  readonly allowed: boolean;
  readonly quota: number;
  readonly windowSeconds: number;
  /** Undefined where the limiter does not tell. */
  readonly remaining?: number;
  readonly resetSeconds?: number;
}

export interface RateLimiter {
  /** Counts one request of a client. */
  take(client: string): Promise<Allowance>;
}

/** Who carries out deferred analyses. */
export interface JobRunner {
  /** Takes an order on, whose bundle is in the store of snapshots; gives the id of the job. */
  start(order: JobOrder): Promise<string>;
  /** Undefined where there is no such job, or no longer. */
  find(id: string): Promise<Job | undefined>;
}
