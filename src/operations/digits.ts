/** Kernel: the decimal digits of the first numbers, to be copied where millions of them are written. */

const ZERO = 48;
/** No reach has as many classes as nine digits can tell. */
const MOST = 8;

export class Digits {
  /**
   * Eight bytes for each number, its digits first. They are copied at once, as one word, whose last byte is its highest:
   * text is never the number that is none, which alone might be another when it is copied. That ends in 0xf0 or more,
   * and then 0x7f or 0xff, as no UTF-8 does.
   */
  readonly bytes: DataView;
  readonly lengths: Uint8Array;
  /** The most digits that one of them has. */
  readonly longest: number;

  constructor(count: number) {
    const bytes = new Uint8Array(count * MOST);
    this.bytes = new DataView(bytes.buffer);
    this.lengths = new Uint8Array(count);
    let length = 1;
    for (let number = 0; number < count; number++) {
      if (number === 10 ** length) length++;
      let rest = number;
      for (let i = length - 1; i >= 0; i--) {
        const tens = Math.trunc(rest / 10);
        bytes[number * MOST + i] = ZERO + rest - tens * 10;
        rest = tens;
      }
      this.lengths[number] = length;
    }
    this.longest = length;
  }
}
