/** The bytes of a request body, counted while they arrive, so that a body beyond the limit is refused early. */

import { exceed, ProblemError, problem } from '../util/problem.ts';
import type { Limits } from './limits.ts';

/** Told how many bytes of a body have come; it may throw to refuse the rest. */
export type Counted = (bytes: number) => void;

export class BodyBytes {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  readonly #limits: Limits;
  readonly #counted: Counted | undefined;
  #length = 0;
  #chunks: Uint8Array[] = [];
  #held = 0;

  constructor(body: ReadableStream<Uint8Array> | null, limits: Limits, counted?: Counted) {
    this.#reader = body?.getReader();
    this.#limits = limits;
    this.#counted = counted;
  }

  /** The next bytes; undefined at the end. Throws a `ProblemError` when the body is too long or breaks off. */
  async next(): Promise<Uint8Array | undefined> {
    const bytes = await this.#read();
    if (!bytes) return undefined;
    this.#length += bytes.byteLength;
    const maximum = this.#limits.requestBytes;
    if (this.#length > maximum) {
      exceed('requestBytes', this.#length, maximum, `The request body is longer than ${maximum} bytes.`);
    }
    this.#counted?.(this.#length);
    return bytes;
  }

  /** Holds what comes, to the end or until more than `length` bytes are held; tells how many are. */
  async hold(length: number): Promise<number> {
    for (let bytes = await this.next(); bytes; bytes = this.#held > length ? undefined : await this.next()) {
      this.#chunks.push(bytes);
      this.#held += bytes.byteLength;
    }
    return this.#held;
  }

  /** The bytes that are held, as one. */
  held(): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(this.#held);
    let at = 0;
    for (const chunk of this.#chunks) {
      bytes.set(chunk, at);
      at += chunk.byteLength;
    }
    return bytes;
  }

  /** Holds them no more. */
  release(): void {
    this.#chunks = [];
    this.#held = 0;
  }

  /** Wants no more. */
  cancel(): void {
    // The client is told by the answer; whether the cancellation reaches it changes nothing.
    this.#reader?.cancel().catch(() => undefined);
  }

  async #read(): Promise<Uint8Array | undefined> {
    try {
      const part = await this.#reader?.read();
      return part?.value;
    } catch {
      throw new ProblemError(problem('malformed-body', 'The request body broke off before its end.'));
    }
  }
}
