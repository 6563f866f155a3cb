/** Cross-origin requests (Fetch standard, CORS), where origins are configured: without credentials of the browser. */

import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';

const EXPOSED = [
  'etag',
  'location',
  'ratelimit',
  'ratelimit-policy',
  'retry-after',
  'server-timing',
  'traceparent',
  'x-request-id',
];

export function crossOrigin(origins: readonly string[]): MiddlewareHandler {
  return cors({
    origin: origins.includes('*') ? '*' : [...origins],
    allowMethods: ['GET', 'HEAD', 'POST', 'PUT'],
    exposeHeaders: EXPOSED,
    maxAge: 600,
  });
}
