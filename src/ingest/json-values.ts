/**
 * A long file of JSON whose first value is a `List`: values behind each other, as kubectl reads them, while their bytes
 * arrive.
 */

import type { Pieces } from './json-pieces.ts';
import { isSpace } from './list-items.ts';
import { ListValue } from './list-value.ts';

const NUL = 0;
const OPEN_ARRAY = 91;
const OPEN_OBJECT = 123;
const NO_JSON = 'No JSON object begins here; the rest of the file is not read.';

export class JsonValues {
  readonly #pieces: Pieces;
  #value: ListValue | undefined;
  /** Nothing tells where JSON goes on. */
  #lost = false;

  constructor(pieces: Pieces) {
    this.#pieces = pieces;
  }

  feed(bytes: Uint8Array): void {
    let at = 0;
    while (at < bytes.length && !this.#lost && !this.#pieces.stopped) {
      at = this.#value ? this.#read(this.#value, bytes, at) : this.#between(bytes, at);
    }
  }

  end(): void {
    if (!this.#pieces.stopped) this.#value?.break();
  }

  #read(value: ListValue, bytes: Uint8Array, at: number): number {
    const end = value.read(bytes, at);
    if (value.ended) this.#value = undefined;
    return end;
  }

  #between(bytes: Uint8Array, at: number): number {
    const { counter, run } = this.#pieces;
    const byte = bytes[at] ?? NUL;
    if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
      this.#value = new ListValue(this.#pieces);
      return at;
    }
    if (isSpace(byte)) {
      counter.passCode(byte);
      return at + 1;
    }
    run.add(bytes.subarray(at, at + 1));
    if (byte === NUL) this.#pieces.take();
    this.#pieces.fault(counter.position, 'YML001', NO_JSON);
    this.#lost = true;
    return at + 1;
  }
}
