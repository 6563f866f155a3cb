/**
 * Numbers that look random and depend on a seed alone: the hash xmur3 seeds the generator sfc32, both in the public
 * domain. Every group of objects draws from a stream of its own, so that more of one group changes no other.
 */

export interface Random {
  /** From 0 up to, but not including, 1. */
  fraction(): number;
  /** A whole number from 0 up to, but not including, `end`. */
  below(end: number): number;
  /** A whole number, both ends included. */
  between(first: number, last: number): number;
  pick<T>(list: readonly T[]): T;
  chance(probability: number): boolean;
  /** One of the values, each as often as its weight says. */
  weighted<T>(choices: readonly (readonly [weight: number, value: T])[]): T;
}

export function randomStream(seed: string, name: string): Random {
  const next = sfc32(xmur3(`${seed}/${name}`));
  const item = <T>(list: readonly T[], index: number): T => {
    if (index >= list.length) throw new Error('there is nothing to pick from');
    return list[index] as T;
  };
  return {
    fraction: next,
    below: (end) => Math.floor(next() * end),
    between: (first, last) => first + Math.floor(next() * (last - first + 1)),
    pick: (list) => item(list, Math.floor(next() * list.length)),
    chance: (probability) => next() < probability,
    weighted: (choices) => {
      let left = next() * choices.reduce((sum, [weight]) => sum + weight, 0);
      const index = choices.findIndex(([weight]) => {
        left -= weight;
        return left < 0;
      });
      return item(choices, index < 0 ? choices.length - 1 : index)[1];
    },
  };
}

/** Hashes a text to as many 32-bit numbers as are asked for. */
function xmur3(text: string): () => number {
  let h = 1779033703 ^ text.length;
  for (let i = 0; i < text.length; i++) {
    h = Math.imul(h ^ text.charCodeAt(i), 3432918353);
    h = (h << 13) | (h >>> 19);
  }
  return () => {
    h = Math.imul(h ^ (h >>> 16), 2246822507);
    h = Math.imul(h ^ (h >>> 13), 3266489909);
    h ^= h >>> 16;
    return h >>> 0;
  };
}

function sfc32(hash: () => number): () => number {
  let [a, b, c, d] = [hash() | 0, hash() | 0, hash() | 0, hash() | 0];
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    c |= 0;
    return (t >>> 0) / 4294967296;
  };
  // The first numbers still look like the seed.
  for (let i = 0; i < 12; i++) next();
  return next;
}
