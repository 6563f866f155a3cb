/**
 * From chunks of text to a response body. Small chunks are gathered, the next are only computed when the client has
 * taken the last, and a client that goes away ends the computation.
 */

/** About the size of one socket write; smaller chunks cost more than they bring. */
const CHUNK_LENGTH = 32_768;

interface Gathered {
  readonly text: string;
  readonly done: boolean;
}

function gather(chunks: Iterator<string>): Gathered {
  let text = '';
  while (text.length < CHUNK_LENGTH) {
    const next = chunks.next();
    if (next.done) return { text, done: true };
    text += next.value;
  }
  return { text, done: false };
}

/** The same; what fails ends the body. */
function gatherMore(chunks: Iterator<string>, ended: () => void): Gathered {
  try {
    return gather(chunks);
  } catch (error) {
    ended();
    throw error;
  }
}

function streamFrom(first: string, chunks: Iterator<string>, ended: () => void): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let waiting: Gathered | undefined = { text: first, done: false };
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      const { text, done } = waiting ?? gatherMore(chunks, ended);
      waiting = undefined;
      if (text !== '') controller.enqueue(encoder.encode(text));
      if (!done) return;
      controller.close();
      ended();
    },
    cancel() {
      chunks.return?.();
      ended();
    },
  });
}

/**
 * A body for `new Response`. The first chunks are computed here, so that what fails at once throws here, before a
 * status is sent; a short text stays a string and gets its length. `ended` is called once nothing more will be
 * computed, unless this throws.
 */
export function bodyOf(
  text: string | Iterable<string>,
  ended: () => void = () => undefined,
): string | ReadableStream<Uint8Array> {
  if (typeof text === 'string') {
    ended();
    return text;
  }
  const chunks = text[Symbol.iterator]();
  const first = gather(chunks);
  if (!first.done) return streamFrom(first.text, chunks, ended);
  ended();
  return first.text;
}
