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

/** Sets all from `first` to `last`. */
export function setRange(bits: Bits, first: number, last: number): void {
  const [low, high] = [first >>> 5, last >>> 5];
  const [from, to] = [~0 << (first & 31), ~0 >>> (31 - (last & 31))];
  if (low === high) {
    bits[low] = (bits[low] as number) | (from & to);
    return;
  }
  bits[low] = (bits[low] as number) | from;
  bits.fill(0xffffffff, low + 1, high);
  bits[high] = (bits[high] as number) | to;
}
