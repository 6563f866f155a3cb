/**
 * Names as Kubernetes takes them: DNS labels (RFC 1123, and RFC 1035 for Services: the first character is a letter).
 * What is none is brought into that form, the same for the same text, and told apart from others by a digest.
 */

import { compareText } from './ordering.ts';

const LONGEST = 63;
const DIGEST = 6;

/** A DNS label for a text; `fallback` begins those that would begin with a digit or be empty. */
export function dnsName(text: string, fallback = 'x'): string {
  const plain = text
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const named = /^[a-z]/.test(plain) ? plain : `${fallback}-${plain}`.replace(/-+$/, '');
  return named.length <= LONGEST ? named : withDigest(named, text);
}

/** One label for each text; of those that would be the same, all but the first in order get a digest. */
export function dnsNames(texts: Iterable<string>): ReadonlyMap<string, string> {
  const sorted = [...new Set(texts)].sort(compareText);
  // A text that is a label already is called so, whatever others would become.
  const own = sorted.filter((text) => dnsName(text) === text);
  const taken = new Set(own);
  const names = new Map(own.map((text) => [text, text]));
  for (const text of sorted) {
    if (names.has(text)) continue;
    const wished = dnsName(text);
    const name = taken.has(wished) ? withDigest(wished, text) : wished;
    taken.add(name);
    names.set(text, name);
  }
  return names;
}

/** The label with a digest of the whole text in the place of its end. */
export function withDigest(label: string, text: string): string {
  return `${label.slice(0, LONGEST - DIGEST - 1).replace(/-+$/, '')}-${textDigest(text)}`;
}

/** FNV-1a (https://datatracker.ietf.org/doc/draft-eastlake-fnv/), in as many letters as a name has room for. */
export function textDigest(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(36).padStart(DIGEST, '0').slice(-DIGEST);
}
