/** Counts requests in windows of time, in memory: for one process. */

import type { Allowance, RateLimiter } from '../../operations/ports.ts';
import { ExpiringMap } from './expiring-map.ts';

/** More clients at once are forgotten, the oldest first. */
const MOST_CLIENTS = 100_000;

interface Window {
  taken: number;
  readonly ends: number;
}

export interface RatePolicy {
  readonly quota: number;
  readonly windowSeconds: number;
}

export class MemoryRateLimiter implements RateLimiter {
  readonly #policy: RatePolicy;
  readonly #windows: ExpiringMap<Window>;
  readonly #now: () => number;

  constructor(policy: RatePolicy, now: () => number = Date.now) {
    this.#policy = policy;
    this.#now = now;
    this.#windows = new ExpiringMap({ size: MOST_CLIENTS, milliseconds: policy.windowSeconds * 1000 }, now);
  }

  async take(client: string): Promise<Allowance> {
    const { quota, windowSeconds } = this.#policy;
    const now = this.#now();
    const window = this.#windows.get(client) ?? { taken: 0, ends: now + windowSeconds * 1000 };
    if (window.taken === 0) this.#windows.set(client, window, 1);
    const allowed = window.taken < quota;
    window.taken += 1;
    const resetSeconds = Math.max(1, Math.ceil((window.ends - now) / 1000));
    return { allowed, quota, windowSeconds, remaining: Math.max(0, quota - window.taken), resetSeconds };
  }
}
