/**
 * Bytes of a body as a stream for a decoder of the platform or of a library, and back: decoders wrap or lose what their
 * input throws, so the problem that ended the input is kept beside the stream.
 */

import { ProblemError } from '../util/problem.ts';
import type { BodyBytes } from './body-bytes.ts';
import { malformed } from './upload.ts';

/** Decoders may unpack a chunk whole before they ask whether anyone wants it: small ones keep that small. */
const SLICE = 16_384;

export class BodyStream {
  readonly readable: ReadableStream<Uint8Array<ArrayBuffer>>;
  #failure: unknown;

  constructor(body: BodyBytes) {
    let rest: Uint8Array = new Uint8Array();
    const next = async () => {
      if (rest.byteLength === 0) rest = (await body.next()) ?? rest;
      const slice = rest.subarray(0, SLICE);
      rest = rest.subarray(SLICE);
      return slice;
    };
    this.readable = new ReadableStream({
      pull: async (controller) => {
        try {
          const bytes = await next();
          if (bytes.byteLength > 0) controller.enqueue(bytes.slice());
          else controller.close();
        } catch (error) {
          this.#failure = error;
          throw error;
        }
      },
    });
  }

  /** Throws what ended the input; where it was sound, the decoder refused it, for `detail`. */
  refuse(detail: string): never {
    if (this.#failure instanceof ProblemError) throw this.#failure;
    malformed(detail);
  }
}
