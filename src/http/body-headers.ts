/** What the headers alone say of a body (RFC 9110 §8.4, §8.6), so that much can be refused before a byte is read. */

import { LIMITS } from '../ingest/index.ts';
import { exceed, ProblemError, problem } from '../util/problem.ts';

export interface BodyHeaders {
  readonly contentEncoding: 'gzip' | undefined;
  /** As the request says; 0 where it says nothing. */
  readonly length: number;
}

const GZIP: readonly string[] = ['gzip', 'x-gzip'];

function encodingOf(headers: Headers): 'gzip' | undefined {
  const codings = (headers.get('content-encoding') ?? '').toLowerCase().split(',');
  const [coding, ...more] = codings.map((word) => word.trim()).filter((word) => word !== '' && word !== 'identity');
  if (coding === undefined) return undefined;
  if (GZIP.includes(coding) && more.length === 0) return 'gzip';
  const detail = 'Of content encodings gzip is read, once. Send the manifests gzipped, or as they are.';
  throw new ProblemError(problem('unsupported-media-type', detail, { alternatives: ['gzip', 'identity'] }));
}

/** Throws the problem of a body that is too long, or encoded in a way that is not read. */
export function readBodyHeaders(headers: Headers): BodyHeaders {
  const maximum = LIMITS.requestBytes.value;
  const length = Number(headers.get('content-length') ?? 0);
  if (length > maximum) {
    exceed('requestBytes', length, maximum, `The body has ${length} bytes; at most ${maximum} are read.`);
  }
  return { contentEncoding: encodingOf(headers), length };
}
