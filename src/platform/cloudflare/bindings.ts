/** The bindings of `wrangler.toml` that the service uses, all of them optional, and the parts made of them. */

import type { JobOrder } from '../../operations/job.ts';
import type { JobRunner, RateLimiter, SnapshotStore } from '../../operations/ports.ts';
import type { RatePolicy } from '../memory/rate-limiter.ts';
import { WorkflowJobRunner } from './analysis-workflow.ts';
import { R2SnapshotStore } from './r2-snapshot-store.ts';
import { BoundRateLimiter } from './rate-limiter.ts';

export interface Bindings {
  /** Keeps snapshots, and the bodies and answers of jobs. */
  readonly STORE?: R2Bucket;
  readonly LIMITER?: RateLimit;
  /** Carries out jobs, of `AnalysisWorkflow`. */
  readonly ANALYSIS?: Workflow<JobOrder>;
}

interface BoundParts {
  readonly jobs: JobRunner | undefined;
  readonly snapshots: SnapshotStore | undefined;
  readonly limiter: RateLimiter | undefined;
}

/** `rate` is the policy of the bound limiter, for the fields that tell it. */
export function boundParts({ STORE, LIMITER, ANALYSIS }: Bindings, rate: RatePolicy | undefined): BoundParts {
  return {
    jobs: ANALYSIS && STORE && new WorkflowJobRunner(ANALYSIS, STORE),
    snapshots: STORE && new R2SnapshotStore(STORE),
    limiter: LIMITER && rate && new BoundRateLimiter(LIMITER, rate),
  };
}
