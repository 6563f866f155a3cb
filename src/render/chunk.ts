/** What formats write an answer in: pieces of text, or of text that is UTF-8 already. */

/** Bytes hold whole characters. */
export type Chunk = string | Uint8Array<ArrayBuffer>;

/** About the size of one socket write; smaller pieces cost more than they bring. */
export const PIECE_LENGTH = 32_768;

export function textOf(chunk: Chunk): string {
  return typeof chunk === 'string' ? chunk : new TextDecoder().decode(chunk);
}
