/** Digests that name content: SHA-256 (FIPS 180-4) over length-prefixed parts, so that no two lists collide. */

/** The first `length` characters of the base64url digest of `parts`; 43 is all of it. */
export async function digest(parts: readonly string[], length = 43): Promise<string> {
  const text = parts.map((part) => `${part.length}:${part}`).join('');
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  const base64 = btoa(String.fromCharCode(...bytes));
  return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '').slice(0, length);
}
