/**
 * Cloudflare's rate limiting binding
 * (https://developers.cloudflare.com/workers/runtime-apis/bindings/rate-limit/). It says yes or no, and not how much is
 * left; its policy stands in `wrangler.toml`, and is told here for the headers.
 */

import type { Allowance, RateLimiter } from '../../operations/ports.ts';
import type { RatePolicy } from '../memory/rate-limiter.ts';

export class BoundRateLimiter implements RateLimiter {
  readonly #binding: RateLimit;
  readonly #policy: RatePolicy;

  constructor(binding: RateLimit, policy: RatePolicy) {
    this.#binding = binding;
    this.#policy = policy;
  }

  async take(client: string): Promise<Allowance> {
    const { success } = await this.#binding.limit({ key: client });
    return { allowed: success, ...this.#policy };
  }
}
