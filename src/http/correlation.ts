/**
 * Names by which a request is found again: its id, which a client may give (`x-request-id`), and the trace it is part
 * of (W3C Trace Context, `traceparent`).
 */

const REQUEST_ID = /^[\w.:-]{8,128}$/;
const TRACE_PARENT = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})$/;

/** The client's id where it has the form of one, else a new one. */
export function requestIdOf(headers: Headers): string {
  const given = headers.get('x-request-id') ?? '';
  return REQUEST_ID.test(given) ? given : crypto.randomUUID();
}

/** The same trace with a span of our own (§3.2.2.4); undefined where the request is part of none. */
export function traceParentOf(headers: Headers): string | undefined {
  const [, trace, flags] = TRACE_PARENT.exec(headers.get('traceparent') ?? '') ?? [];
  if (trace === undefined || flags === undefined) return undefined;
  return `00-${trace}-${crypto.randomUUID().replaceAll('-', '').slice(16)}-${flags}`;
}
