/** Bytes of one piece of a file that come in several chunks. A piece that is too long is not kept. */

export class ByteRun {
  readonly #maximum: number;
  readonly #skip: (bytes: Uint8Array) => void;
  #parts: Uint8Array[] = [];
  #length = 0;

  /** `skip` is given the bytes of pieces that are too long. */
  constructor(maximum: number, skip: (bytes: Uint8Array) => void) {
    this.#maximum = maximum;
    this.#skip = skip;
  }

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  add(bytes: Uint8Array): void {
    this.#length += bytes.length;
    this.#parts.push(bytes);
    if (this.#length <= this.#maximum) return;
    for (const part of this.#parts) this.#skip(part);
    this.#parts = [];
  }

  /** All bytes, after which it is empty; undefined where they were too many. */
  take(): Uint8Array | undefined {
    const kept = this.#length > this.#maximum ? undefined : this.#join();
    this.#parts = [];
    this.#length = 0;
    return kept;
  }

  #join(): Uint8Array {
    const [first] = this.#parts;
    if (first?.length === this.#length) return first;
    const bytes = new Uint8Array(this.#length);
    let at = 0;
    for (const part of this.#parts) {
      bytes.set(part, at);
      at += part.length;
    }
    return bytes;
  }
}
