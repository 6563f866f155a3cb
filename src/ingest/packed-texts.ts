/**
 * Texts that are kept and seldom asked for: those of the objects of a large bundle. As bytes they take no room among the
 * objects, and the collector of garbage has nothing to do with them; and since the policies of a cluster repeat each
 * other, what fills a block is packed to a seventh.
 */

import { packBytes, unpackBytes } from '../util/lz4.ts';

/** As far back as a match may reach. */
const BLOCK = 65_536;
/** A character takes at most so many bytes of UTF-8. */
const WIDEST = 3;

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder('utf-8', { ignoreBOM: true });

interface Block {
  /** Where it begins, in the bytes of all texts. */
  readonly start: number;
  readonly size: number;
  readonly packed: Uint8Array;
}

/** A block as it was. */
interface Unpacked {
  readonly start: number;
  readonly bytes: Uint8Array;
}

const NONE: Block = { start: 0, size: 0, packed: new Uint8Array() };

export class PackedTexts {
  readonly #blocks: Block[] = [];
  /** Where texts end, in the bytes of all of them. */
  readonly #ends: number[] = [];
  /** The block that is being filled. */
  readonly #open = new Uint8Array(BLOCK);
  #start = 0;
  #filled = 0;
  /** The block that was asked for last, as it was. */
  #last: Unpacked | undefined;
  #room: Uint8Array | undefined;

  /** The number that the text is to be had by. */
  add(text: string): number {
    const longest = text.length * WIDEST;
    if (this.#filled + longest > BLOCK) this.#close(this.#open.subarray(0, this.#filled));
    // A long text is a block of its own.
    if (longest > BLOCK) this.#close(ENCODER.encode(text));
    else this.#filled += ENCODER.encodeInto(text, this.#open.subarray(this.#filled)).written;
    return this.#ends.push(this.#start + this.#filled) - 1;
  }

  at(number: number): string {
    const [start, end] = [this.#ends[number - 1] ?? 0, this.#ends[number] ?? 0];
    const isOpen = start >= this.#start;
    const bytes = isOpen ? this.#open : this.#unpacked(start).bytes;
    const from = isOpen ? this.#start : this.#unpacked(start).start;
    return DECODER.decode(bytes.subarray(start - from, end - from));
  }

  /** The closed block that holds a place. */
  #unpacked(place: number): Unpacked {
    const last = this.#last;
    if (last && last.start <= place && place < last.start + last.bytes.length) return last;
    const { start, size, packed } = this.#blocks.findLast((block) => block.start <= place) ?? NONE;
    // Whoever asks for one often asks for all: each block is unpacked where the last one was.
    this.#room ??= new Uint8Array(BLOCK);
    const bytes = size > BLOCK ? new Uint8Array(size) : this.#room.subarray(0, size);
    unpackBytes(packed, bytes);
    this.#last = { start, bytes };
    return this.#last;
  }

  #close(bytes: Uint8Array): void {
    if (bytes.length > 0) this.#blocks.push({ start: this.#start, size: bytes.length, packed: packBytes(bytes) });
    this.#start += bytes.length;
    this.#filled = 0;
  }
}
