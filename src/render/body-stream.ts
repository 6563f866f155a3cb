/**
 * From the chunks of a format to a response body. Small chunks are gathered, the next are only computed when the client
 * has taken the last, and a client that goes away ends the computation.
 */

import { type Chunk, PIECE_LENGTH, textOf } from './chunk.ts';

/** Chunks that are sent together. */
export type Piece = readonly Chunk[];

/** Chunks by the piece, text joined; only the last piece may be short. */
export function* gathered(chunks: Iterable<Chunk>): Generator<Piece> {
  let piece: Chunk[] = [];
  let [text, length] = ['', 0];
  for (const chunk of chunks) {
    if (typeof chunk === 'string') text += chunk;
    else {
      piece.push(text, chunk);
      length += text.length + chunk.length;
      text = '';
    }
    if (length + text.length < PIECE_LENGTH) continue;
    yield [...piece, text];
    piece = [];
    [text, length] = ['', 0];
  }
  yield [...piece, text];
}

export function bytesOf(piece: Piece): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const parts = piece.filter(({ length }) => length > 0);
  const [first = new Uint8Array(0), ...more] = parts.map((part) =>
    typeof part === 'string' ? encoder.encode(part) : part,
  );
  if (more.length === 0) return first;
  const bytes = new Uint8Array(more.reduce((sum, part) => sum + part.length, first.length));
  let at = 0;
  for (const part of [first, ...more]) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function isLast(piece: Piece): boolean {
  return piece.reduce((sum, chunk) => sum + chunk.length, 0) < PIECE_LENGTH;
}

function streamFrom(first: Piece, pieces: Iterator<Piece>, ended: () => void): ReadableStream<Uint8Array> {
  let waiting: Piece | undefined = first;
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      const piece = waiting ?? nextOf(pieces, ended);
      waiting = undefined;
      const bytes = bytesOf(piece);
      if (bytes.length > 0) controller.enqueue(bytes);
      if (!isLast(piece)) return;
      controller.close();
      ended();
    },
    cancel() {
      pieces.return?.();
      ended();
    },
  });
}

/** What fails ends the body. */
function nextOf(pieces: Iterator<Piece>, ended: () => void): Piece {
  try {
    return pieces.next().value;
  } catch (error) {
    ended();
    throw error;
  }
}

/**
 * A body for `new Response`. The first piece is computed here, so that what fails at once throws here, before a status
 * is sent; a short text stays a string and gets its length. `ended` is called once nothing more will be computed,
 * unless this throws.
 */
export function bodyOf(
  text: string | Iterable<Chunk>,
  ended: () => void = () => undefined,
): string | ReadableStream<Uint8Array> {
  if (typeof text === 'string') {
    ended();
    return text;
  }
  const pieces = gathered(text);
  const first = pieces.next().value ?? [];
  if (!isLast(first)) return streamFrom(first, pieces, ended);
  ended();
  return first.map(textOf).join('');
}
