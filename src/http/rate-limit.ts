/**
 * Limits on how often one client may ask, where a limiter is bound: the fields `RateLimit-Policy` and `RateLimit` of
 * draft-ietf-httpapi-ratelimit-headers (structured fields, RFC 9651), and 429 with `Retry-After`.
 */

import type { Allowance, RateLimiter } from '../operations/ports.ts';
import { problem } from '../util/problem.ts';
import { problemResponse } from './problem-response.ts';
import type { AppContext } from './routes.ts';

function fields({ quota, windowSeconds, remaining, resetSeconds }: Allowance): Record<string, string> {
  const policy = `"default";q=${quota};w=${windowSeconds}`;
  if (remaining === undefined || resetSeconds === undefined) return { 'ratelimit-policy': policy };
  return { 'ratelimit-policy': policy, ratelimit: `"default";r=${remaining};t=${resetSeconds}` };
}

/** The refusal; undefined where the request may go on. Both carry the fields. */
export async function rateLimit(context: AppContext, limiter: RateLimiter | undefined): Promise<Response | undefined> {
  if (!limiter) return undefined;
  const { req } = context;
  const allowance = await limiter.take(
    context.get('subject') ?? context.get('client') ?? req.header('cf-connecting-ip') ?? 'anonymous',
  );
  const headers = fields(allowance);
  if (allowance.allowed) {
    context.set('headers', headers);
    return undefined;
  }
  const { quota, windowSeconds, resetSeconds = windowSeconds } = allowance;
  const detail = `At most ${quota} requests are answered in ${windowSeconds} seconds. Try again in ${resetSeconds} seconds.`;
  const more = { ...headers, 'retry-after': String(resetSeconds) };
  return problemResponse(problem('rate-limited', detail), context.get('requestId'), more);
}
