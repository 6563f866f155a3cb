/** What a single process keeps in memory: snapshots, jobs and the counts of a limiter. */

import { InlineRunner } from '../../operations/inline-runner.ts';
import type { Operation } from '../../operations/operation.ts';
import type { AnalysisRunner, JobRunner, RateLimiter, SnapshotStore } from '../../operations/ports.ts';
import { MemoryJobRunner } from './job-runner.ts';
import { MemoryRateLimiter, type RatePolicy } from './rate-limiter.ts';
import { MemorySnapshotStore } from './snapshot-store.ts';

interface Given {
  readonly operations: readonly Operation[];
  /** Makes the runner whose bodies may name these snapshots; without it, the work is done where it is asked for. */
  readonly runner?: (snapshots: SnapshotStore) => AnalysisRunner;
  readonly rate?: RatePolicy | undefined;
  /** A store that others know already. */
  readonly snapshots?: SnapshotStore;
}

export interface MemoryParts {
  readonly runner: AnalysisRunner;
  readonly snapshots: SnapshotStore;
  readonly jobs: JobRunner;
  readonly limiter: RateLimiter | undefined;
}

export function memoryParts({
  operations,
  runner: make,
  rate,
  snapshots = new MemorySnapshotStore(),
}: Given): MemoryParts {
  const runner = make ? make(snapshots) : new InlineRunner(operations, snapshots);
  const jobs = new MemoryJobRunner({ operations, runner });
  return { runner, snapshots, jobs, limiter: rate && new MemoryRateLimiter(rate) };
}
