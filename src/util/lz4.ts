/**
 * Bytes that repeat themselves, in less room and in little time: the block format of LZ4
 * (https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md). A sequence is some bytes as they are, and then how
 * far back, and for how many bytes, what was there before comes again.
 */

const LEAST_MATCH = 4;
const FARTHEST = 65_535;
/** The last match begins at least so many bytes before the end, and the last bytes are as they are. */
const END_OF_MATCHES = 12;
const LAST_LITERALS = 5;
/** Lengths from here on go on in bytes of their own. */
const LONG = 15;
const TABLE_BITS = 13;

export function packBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const packer = new Packer(bytes);
  const end = bytes.length - END_OF_MATCHES;
  // A step is a call of its own: one long loop would be left by machine code that has never seen its end.
  for (let at = 0; at <= end; ) at = packer.step(at, end);
  return packer.finish();
}

class Packer {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #packed: Uint8Array<ArrayBuffer>;
  /** Where four bytes were seen last, by a hash of them: their index, plus one. */
  readonly #seen = new Int32Array(1 << TABLE_BITS);
  #length = 0;
  /** Up to here bytes have been written. */
  #done = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    // Bytes that never repeat take one more for every 255, and what begins a sequence.
    this.#packed = new Uint8Array(bytes.length + Math.ceil(bytes.length / 255) + 16);
  }

  /** Looks for the next match, to `end`; gives the index to go on at. */
  step(start: number, end: number): number {
    // No list is taken apart in what may run cold.
    const view = this.#view;
    const seen = this.#seen;
    for (let at = start; at <= end; at += 1) {
      const four = view.getInt32(at);
      const slot = Math.imul(four, 0x9e37_79b1) >>> (32 - TABLE_BITS);
      const before = (seen[slot] as number) - 1;
      seen[slot] = at + 1;
      if (before < 0 || at - before > FARTHEST || view.getInt32(before) !== four) continue;
      const length = this.#matchLength(before, at);
      this.#sequence(at, at - before, length);
      return at + length;
    }
    return end + 1;
  }

  /** How many bytes at two places are equal, of which the first four are. */
  #matchLength(before: number, at: number): number {
    const bytes = this.#bytes;
    const view = this.#view;
    const most = bytes.length - LAST_LITERALS - at;
    let length = LEAST_MATCH;
    while (length + 4 <= most && view.getInt32(before + length) === view.getInt32(at + length)) length += 4;
    while (length < most && bytes[before + length] === bytes[at + length]) length += 1;
    return length;
  }

  /** The bytes up to `at` as they are, and then a match. */
  #sequence(at: number, distance: number, length: number): void {
    this.#literals(at, length - LEAST_MATCH);
    const packed = this.#packed;
    packed[this.#length] = distance & 255;
    packed[this.#length + 1] = distance >>> 8;
    this.#length += 2;
    if (length - LEAST_MATCH >= LONG) this.#more(length - LEAST_MATCH - LONG);
    this.#done = at + length;
  }

  finish(): Uint8Array<ArrayBuffer> {
    this.#literals(this.#bytes.length, 0);
    return this.#packed.slice(0, this.#length);
  }

  #literals(end: number, match: number): void {
    const count = end - this.#done;
    this.#packed[this.#length] = (Math.min(count, LONG) << 4) | Math.min(match, LONG);
    this.#length += 1;
    if (count >= LONG) this.#more(count - LONG);
    const bytes = this.#bytes;
    const packed = this.#packed;
    let to = this.#length;
    for (let at = this.#done; at < end; at += 1) packed[to++] = bytes[at] as number;
    this.#length = to;
  }

  /** What of a length is beyond its half of a byte. */
  #more(length: number): void {
    let rest = length;
    for (; rest >= 255; rest -= 255) this.#packed[this.#length++] = 255;
    this.#packed[this.#length++] = rest;
  }
}

/** Fills `bytes`, which are as long as what was packed. */
export function unpackBytes(packed: Uint8Array, bytes: Uint8Array): void {
  const size = bytes.length;
  let from = 0;
  let to = 0;
  const lengthOf = (half: number): number => {
    let length = half;
    for (let more = half === LONG ? 255 : 0; more === 255; length += more) more = packed[from++] as number;
    return length;
  };
  while (from < packed.length) {
    const token = packed[from++] as number;
    const count = lengthOf(token >>> 4);
    for (const end = to + count; to < end; to += 1) bytes[to] = packed[from++] as number;
    if (to === size) break;
    const distance = (packed[from] as number) | ((packed[from + 1] as number) << 8);
    from += 2;
    const length = lengthOf(token & LONG) + LEAST_MATCH;
    if (distance >= length) bytes.copyWithin(to, to - distance, to - distance + length);
    // It may overlap what it makes.
    else for (let i = 0; i < length; i += 1) bytes[to + i] = bytes[to + i - distance] as number;
    to += length;
  }
}
