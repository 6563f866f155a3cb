/**
 * Keys that clients show as bearer tokens. Only their SHA-256 is known here; keys are long and random, so a fast hash
 * is enough. Every key is compared in the same time, whatever was shown.
 */

import { sha256 } from '../../util/sha256.ts';
import { bearerToken, type Gatekeeper } from './gatekeeper.ts';

export interface AccessKey {
  readonly name: string;
  /** In hexadecimal, lower case. */
  readonly sha256: string;
}

function equals(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let at = 0; at < a.length; at++) difference |= a.charCodeAt(at) ^ b.charCodeAt(at);
  return difference === 0;
}

export function keyGatekeeper(keys: readonly AccessKey[]): Gatekeeper {
  return {
    async admit(request) {
      const token = bearerToken(request.headers);
      if (token === undefined) return { refused: 'anonymous', detail: 'Send a key: Authorization: Bearer …' };
      const shown = await sha256(new TextEncoder().encode(token));
      const [known] = keys.filter((key) => equals(key.sha256, shown));
      return known ? { subject: `key:${known.name}` } : { refused: 'invalid', detail: 'The key is not known.' };
    },
  };
}
