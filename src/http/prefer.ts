/** `Prefer` (RFC 7240): whether a client would rather come back for its answer than wait for it (§4.1). */

export function prefersAsync(headers: Headers): boolean {
  const preferences = (headers.get('prefer') ?? '').split(',');
  return preferences.some((preference) => /^\s*respond-async\s*(?:;|$)/i.test(preference));
}
