/** Kernel: the decimal digits of the first numbers, to be copied where millions of them are written. */

export class Digits {
  /** By number, two words of four digits each, the first digit in the highest byte: no reach has as many classes. */
  readonly words: Int32Array;
  readonly lengths: Uint8Array;

  constructor(count: number) {
    this.words = new Int32Array(count * 2);
    this.lengths = new Uint8Array(count);
    for (let number = 0; number < count; number++) {
      const text = String(number);
      this.lengths[number] = text.length;
      for (let i = 0; i < text.length; i++) {
        const word = 2 * number + (i >> 2);
        this.words[word] = (this.words[word] as number) | (text.charCodeAt(i) << (24 - 8 * (i & 3)));
      }
    }
  }
}
