/** The bytes of a request body, counted while they arrive, so that a body beyond the limit is refused early. */

import { exceed, ProblemError, problem } from '../util/problem.ts';
import type { Limits } from './limits.ts';

/** Reads a whole body. Throws a `ProblemError` when it is too long or breaks off. */
export async function readBytes(body: ReadableStream<Uint8Array>, limits: Limits): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    const reader = body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      length += part.value.byteLength;
      if (length > limits.requestBytes) {
        // The client is told by the problem; whether the cancellation reaches it changes nothing.
        reader.cancel().catch(() => undefined);
        const detail = `The request body is longer than ${limits.requestBytes} bytes.`;
        exceed('requestBytes', length, limits.requestBytes, detail);
      }
      chunks.push(part.value);
    }
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw new ProblemError(problem('malformed-body', 'The request body broke off before its end.'));
  }
  return join(chunks, length);
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}
