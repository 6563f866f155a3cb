/** The bindings of `wrangler.toml` that the service uses, all of them optional, and the parts made of them. */

import type { RateLimiter, SnapshotStore } from '../../operations/ports.ts';
import type { RatePolicy } from '../memory/rate-limiter.ts';
import { R2SnapshotStore } from './r2-snapshot-store.ts';
import { BoundRateLimiter } from './rate-limiter.ts';

export interface Bindings {
  /** Keeps snapshots, and the bodies and answers of jobs. */
  readonly STORE?: R2Bucket;
  readonly LIMITER?: RateLimit;
}

interface BoundParts {
  readonly snapshots: SnapshotStore | undefined;
  readonly limiter: RateLimiter | undefined;
}

/** `rate` is the policy of the bound limiter, for the fields that tell it. */
export function boundParts({ STORE, LIMITER }: Bindings, rate: RatePolicy | undefined): BoundParts {
  return {
    snapshots: STORE && new R2SnapshotStore(STORE),
    limiter: LIMITER && rate && new BoundRateLimiter(LIMITER, rate),
  };
}
