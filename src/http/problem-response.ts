/** Problems as HTTP answers: `application/problem+json` (RFC 9457), `instance` being the id of the request. */

import type { Problem } from '../util/problem.ts';
import { problemDocument } from '../util/problem-document.ts';

/** About as long as a large request takes. */
const RETRY_SECONDS = 5;

export function problemResponse(problem: Problem, requestId: string, headers: Record<string, string> = {}): Response {
  const { type, title, status, detail, ...more } = problemDocument(problem);
  const body = { type, title, status, detail, instance: requestId, ...more };
  return new Response(`${JSON.stringify(body)}\n`, {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(problem.code === 'busy' || problem.code === 'unavailable' ? { 'retry-after': String(RETRY_SECONDS) } : {}),
      ...headers,
    },
  });
}
