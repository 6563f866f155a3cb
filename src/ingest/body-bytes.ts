/** The bytes of a request body, counted while they arrive, so that a body beyond the limit is refused early. */

import { exceed, ProblemError, problem } from '../util/problem.ts';
import type { Limits } from './limits.ts';

/** Told how many bytes of a body have come; it may throw to refuse the rest. */
export type Counted = (bytes: number) => void;

/** Where bytes come from: the wire, or what inflates other bytes. */
export interface ByteSource {
  /** The next bytes; undefined at the end. Throws a `ProblemError` where they break off. */
  read(): Promise<Uint8Array | undefined>;
  /** Wants no more. */
  cancel(): void;
}

/** The bytes of a stream, as they come. */
export function wire(body: ReadableStream<Uint8Array> | null): ByteSource {
  const reader = body?.getReader();
  return {
    async read() {
      try {
        return (await reader?.read())?.value;
      } catch {
        throw new ProblemError(problem('malformed-body', 'The request body broke off before its end.'));
      }
    },
    cancel() {
      // The client is told by the answer; whether the cancellation reaches it changes nothing.
      reader?.cancel().catch(() => undefined);
    },
  };
}

export interface Counting {
  readonly limits: Limits;
  /** Which limit the bytes are under. */
  readonly limit?: 'requestBytes' | 'inflatedBytes';
  readonly counted?: Counted | undefined;
}

const WHAT = { requestBytes: 'The request body', inflatedBytes: 'What the request body unpacks to' } as const;

export class BodyBytes {
  readonly #source: ByteSource;
  readonly #limits: Limits;
  readonly #limit: 'requestBytes' | 'inflatedBytes';
  readonly #counted: Counted | undefined;
  #length = 0;
  #chunks: Uint8Array[] = [];
  #held = 0;

  constructor(source: ByteSource, { limits, limit = 'requestBytes', counted }: Counting) {
    this.#source = source;
    this.#limits = limits;
    this.#limit = limit;
    this.#counted = counted;
  }

  /** How many bytes have come. */
  get length(): number {
    return this.#length;
  }

  /**
   * The next bytes, those that are held first; undefined at the end. Throws a `ProblemError` when the body is too long
   * or breaks off.
   */
  async next(): Promise<Uint8Array | undefined> {
    const held = this.#chunks.shift();
    if (!held) return this.#more();
    this.#held -= held.byteLength;
    return held;
  }

  /** Holds what comes, to the end or until more than `length` bytes are held; tells how many are. */
  async hold(length: number): Promise<number> {
    while (this.#held <= length) {
      const bytes = await this.#more();
      if (!bytes) break;
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
    this.#source.cancel();
  }

  async #more(): Promise<Uint8Array | undefined> {
    const bytes = await this.#source.read();
    if (!bytes) return undefined;
    this.#length += bytes.byteLength;
    const maximum = this.#limits[this.#limit];
    if (this.#length > maximum) {
      exceed(this.#limit, this.#length, maximum, `${WHAT[this.#limit]} is longer than ${maximum} bytes.`);
    }
    this.#counted?.(this.#length);
    return bytes;
  }
}
