/** A short name for a text: FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/) twice, from two beginnings. */

const PRIME = 0x01000193;
const BEGINNINGS: readonly number[] = [0x811c9dc5, 0x050c5d1f];

/** 16 hexadecimal digits. For telling texts apart that nobody chose with ill intent; see `digest` for the others. */
export function hash64(text: string): string {
  return BEGINNINGS.map((beginning) => {
    let hash = beginning;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      hash = Math.imul(hash ^ (unit & 0xff), PRIME);
      hash = Math.imul(hash ^ (unit >> 8), PRIME);
    }
    return (hash >>> 0).toString(16).padStart(8, '0');
  }).join('');
}
