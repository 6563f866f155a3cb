/**
 * Kernel: sets of node numbers as bitmaps. Plain functions over `Uint32Array`, since everything the engine does is
 * a loop over these.
 */

export type Bits = Uint32Array;

export function emptyBits(size: number): Bits {
  return new Uint32Array((size + 31) >>> 5);
}

export function setBit(bits: Bits, index: number): void {
  const word = index >>> 5;
  bits[word] = (bits[word] ?? 0) | (1 << (index & 31));
}

export function hasBit(bits: Bits, index: number): boolean {
  return ((bits[index >>> 5] ?? 0) & (1 << (index & 31))) !== 0;
}

/** The members in ascending order. */
export function* members(bits: Bits): Generator<number> {
  for (let word = 0; word < bits.length; word++) {
    let rest = bits[word] ?? 0;
    while (rest !== 0) {
      const low = rest & -rest;
      yield word * 32 + (31 - Math.clz32(low));
      rest ^= low;
    }
  }
}
