/**
 * Bodies on their way to a thread. A short one is held until it is there, so that a client that sends slowly keeps no
 * thread waiting; all that are held have a budget together.
 */

import { ProblemError, problem } from '../../../util/problem.ts';

export interface Held {
  /** The beginning of the body; null where there is none. */
  readonly held: Uint8Array | null;
  /** What follows, where the body is longer than is held. */
  readonly rest?: ReadableStream<Uint8Array> | undefined;
  /** The held bytes are held no more. */
  release(): void;
}

export interface HeldLimits {
  /** A longer body is handed on while it arrives. */
  readonly each: number;
  readonly together: number;
}

export class HeldBodies {
  readonly #limits: HeldLimits;
  #bytes = 0;

  constructor(limits: HeldLimits) {
    this.#limits = limits;
  }

  /** `count` is told how many bytes have come and may throw. Throws the `busy` problem where too much is held. */
  async hold(body: ReadableStream<Uint8Array> | null, count: (bytes: number) => void): Promise<Held> {
    if (!body) return { held: null, release: () => undefined };
    const reader = body.getReader();
    const chunks: Uint8Array[] = [];
    let length = 0;
    const release = () => {
      this.#bytes -= length;
      length = 0;
    };
    try {
      for (let read = await reader.read(); !read.done; read = await reader.read()) {
        chunks.push(read.value);
        length += read.value.byteLength;
        this.#bytes += read.value.byteLength;
        count(length);
        if (length > this.#limits.each)
          return { held: joined(chunks, length), rest: restOf(reader, length, count), release };
        if (this.#bytes > this.#limits.together) throw busy();
      }
      return { held: joined(chunks, length), release };
    } catch (cause) {
      release();
      reader.cancel().catch(() => undefined);
      if (cause instanceof ProblemError) throw cause;
      throw new ProblemError(problem('malformed-body', 'The request body broke off before its end.'));
    }
  }
}

function busy(): ProblemError {
  return new ProblemError(problem('busy', 'Too many uploads are waiting to be answered. Send it again in a moment.'));
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

function restOf(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  held: number,
  count: (bytes: number) => void,
): ReadableStream<Uint8Array> {
  let length = held;
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await reader.read();
      if (done) return controller.close();
      length += value.byteLength;
      count(length);
      controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
}
