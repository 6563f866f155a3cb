/**
 * Text as tables hold it: deflated (RFC 1951) and in base64, which is a quarter of its length. A Worker is one file with
 * a limit on its length, and most requests need no table.
 */

import { inflateSync, strFromU8 } from 'fflate';

export function unpack(text: string): string {
  return strFromU8(inflateSync(Uint8Array.from(atob(text), (char) => char.charCodeAt(0))));
}
