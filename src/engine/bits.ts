/** Kernel: sets of numbers as bitmaps. Plain functions over `Uint32Array`, since they are called in loops. */

export type Bits = Uint32Array;

export function emptyBits(size: number): Bits {
  return new Uint32Array((size + 31) >>> 5);
}

export function setBit(bits: Bits, index: number): void {
  const word = index >>> 5;
  bits[word] = (bits[word] as number) | (1 << (index & 31));
}

export function hasBit(bits: Bits, index: number): boolean {
  return ((bits[index >>> 5] as number) & (1 << (index & 31))) !== 0;
}

export function clearBit(bits: Bits, index: number): void {
  const word = index >>> 5;
  bits[word] = (bits[word] as number) & ~(1 << (index & 31));
}

/** Sets those that are set in another as well. */
export function addBits(bits: Bits, more: Bits): void {
  for (let word = 0; word < bits.length; word++) bits[word] = (bits[word] as number) | (more[word] as number);
}

/** How many are set. */
export function countBits(bits: Bits): number {
  let count = 0;
  for (let word = 0; word < bits.length; word++) {
    let n = bits[word] as number;
    if (n === 0) continue;
    n -= (n >>> 1) & 0x55555555;
    n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
    count += Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return count;
}

/** Writes those that are set into `out`, ascending; gives back how many there are. */
export function readBits(bits: Bits, out: Int32Array): number {
  let count = 0;
  for (let word = 0; word < bits.length; word++) {
    let rest = bits[word] as number;
    while (rest !== 0) {
      const low = rest & -rest;
      out[count++] = word * 32 + (31 - Math.clz32(low));
      rest ^= low;
    }
  }
  return count;
}
