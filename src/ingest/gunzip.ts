/**
 * A gzip stream (RFC 1952) inflated while it arrives, by the platform's own decoder, which checks lengths and sums.
 * What comes out is counted, as a whole and against what went in: a few bytes can stand for gigabytes.
 */

import { exceed } from '../util/problem.ts';
import { BodyBytes, type Counted } from './body-bytes.ts';
import { BodyStream } from './body-stream.ts';
import type { Limits } from './limits.ts';

/** Below this, a ratio says nothing: a page of spaces is no attack. */
export const FREE_BYTES = 1_048_576;

/** Throws `limit-exceeded` where `inflated` bytes are too many to stand for `packed`. */
export function checkRatio(inflated: number, packed: number, limits: Limits): void {
  if (inflated <= FREE_BYTES) return;
  const ratio = Math.ceil(inflated / Math.max(packed, 1));
  const maximum = limits.inflationRatio;
  if (ratio <= maximum) return;
  exceed('inflationRatio', ratio, maximum, `The body unpacks to more than ${maximum} times its own length.`);
}

/** What `packed` inflates to; its own bytes stay under their own limit. */
export function gunzip(packed: BodyBytes, limits: Limits, counted?: Counted): BodyBytes {
  const input = new BodyStream(packed);
  const reader = input.readable.pipeThrough(new DecompressionStream('gzip')).getReader();
  const source = {
    async read(): Promise<Uint8Array | undefined> {
      try {
        return (await reader.read()).value;
      } catch {
        return input.refuse('The gzip stream is damaged, or breaks off before its end.');
      }
    },
    cancel() {
      reader.cancel().catch(() => undefined);
      packed.cancel();
    },
  };
  return new BodyBytes(source, {
    limits,
    limit: 'inflatedBytes',
    counted(length) {
      checkRatio(length, packed.length, limits);
      counted?.(length);
    },
  });
}
