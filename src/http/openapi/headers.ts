/** The headers of requests and answers, in OpenAPI's words; each stands once, in the components. */

import type { JsonSchema } from './schemas.ts';

const text = (description: string, example?: string): JsonSchema => ({
  description,
  schema: { type: 'string' },
  ...(example === undefined ? {} : { example }),
});

/** `components.headers`. */
export const HEADERS = {
  RequestId: text('The id of the request: the one it came with, or a new one.', '7f2c1e0a-5d8b-4f6e-9a31-0c2d4e6f8a1b'),
  TraceParent: text('The trace the request is part of (W3C Trace Context), where it came with one.'),
  ETag: text('The entity tag of the answer, made of the bundle, the options and the version of the service.'),
  ServerTiming: text(
    'How long the steps took, and the counts that explain it.',
    'read;dur=2.1, answer;dur=6.4, files;desc="4"',
  ),
  RateLimit: text('What is left of the quota, where a limiter is bound.', '"default";r=99;t=60'),
  RateLimitPolicy: text('The quota, where a limiter is bound.', '"default";q=100;w=60'),
  RetryAfter: text('Seconds to wait before the next try.', '5'),
  Location: text('Where the answer will be.', '/v1/jobs/7f2c1e0a-5d8b-4f6e-9a31-0c2d4e6f8a1b'),
  PreferenceApplied: text('`respond-async`.', 'respond-async'),
  Allow: text('The methods of the path.', 'GET, HEAD, OPTIONS'),
  Challenge: text('How to show a credential (RFC 6750).', 'Bearer realm="portolan"'),
} as const satisfies Readonly<Record<string, JsonSchema>>;

type HeaderName = keyof typeof HEADERS;

const FIELDS: Readonly<Record<HeaderName, string>> = {
  RequestId: 'x-request-id',
  TraceParent: 'traceparent',
  ETag: 'etag',
  ServerTiming: 'server-timing',
  RateLimit: 'ratelimit',
  RateLimitPolicy: 'ratelimit-policy',
  RetryAfter: 'retry-after',
  Location: 'location',
  PreferenceApplied: 'preference-applied',
  Allow: 'allow',
  Challenge: 'www-authenticate',
};

/** What any answer may carry. */
const ALWAYS: readonly HeaderName[] = ['RequestId', 'TraceParent', 'RateLimit', 'RateLimitPolicy'];

/** References by field name; those that any answer may carry are there unasked. */
export function headers(...names: readonly HeaderName[]): Record<string, JsonSchema> {
  return Object.fromEntries(
    [...ALWAYS, ...names].map((name) => [FIELDS[name], { $ref: `#/components/headers/${name}` }]),
  );
}

/** Parameters of requests that several operations share. */
export const HEADER_PARAMETERS: Readonly<Record<string, JsonSchema>> = {
  IfNoneMatch: {
    name: 'if-none-match',
    in: 'header',
    description: 'Entity tags of answers the client has: one that is still right is 304. Without effect beside `gate`.',
    schema: { type: 'string' },
  },
  Prefer: {
    name: 'prefer',
    in: 'header',
    description: '`respond-async`: do not wait, but answer 202 with the place where the answer will be.',
    schema: { type: 'string' },
    example: 'respond-async',
  },
};
