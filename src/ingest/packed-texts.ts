/**
 * Texts that are kept and seldom asked for: those of the objects of a large bundle. As bytes in a few blocks they take
 * no room among the objects, and the collector of garbage has nothing to do with them.
 */

const BLOCK = 262_144;
/** A character takes at most so many bytes of UTF-8. */
const WIDEST = 3;
/** What is kept of a text: its block, where it begins there, and where it ends. */
const PLACE = 3;

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder('utf-8', { ignoreBOM: true });

export class PackedTexts {
  readonly #blocks: Uint8Array[] = [];
  readonly #places: number[] = [];
  /** Where the last block is free from. */
  #free = BLOCK;

  /** The number that the text is to be had by. */
  add(text: string): number {
    const longest = text.length * WIDEST;
    if (longest > BLOCK) return this.#addAlone(text);
    if (this.#free + longest > BLOCK) {
      this.#blocks.push(new Uint8Array(BLOCK));
      this.#free = 0;
    }
    const room = this.#blocks.at(-1)?.subarray(this.#free) ?? new Uint8Array();
    return this.#place(this.#free, ENCODER.encodeInto(text, room).written);
  }

  at(number: number): string {
    const [block = 0, start, end] = this.#places.slice(number * PLACE, (number + 1) * PLACE);
    return DECODER.decode(this.#blocks[block]?.subarray(start, end));
  }

  /** A long text has a block of its own. */
  #addAlone(text: string): number {
    this.#blocks.push(ENCODER.encode(text));
    const number = this.#place(0, this.#blocks.at(-1)?.length ?? 0);
    this.#free = BLOCK;
    return number;
  }

  #place(start: number, length: number): number {
    this.#free = start + length;
    return this.#places.push(this.#blocks.length - 1, start, this.#free) / PLACE - 1;
  }
}
