/** The streams of a process, as a command reads and writes them. */

import { Readable, type Writable } from 'node:stream';
import type { Output } from './world.ts';

export function outputOf(stream: Writable & { readonly isTTY?: boolean }): Output {
  let open = true;
  // Whoever reads may go away at any time; the command then has nobody to tell.
  stream.on('error', () => {
    open = false;
  });
  return {
    isTerminal: stream.isTTY === true,
    write: (text) =>
      new Promise((resolve) => {
        if (open) stream.write(text, (error) => resolve(!error));
        else resolve(false);
      }),
  };
}

export function bytesOf(stream: Readable): ReadableStream<Uint8Array> {
  return Readable.toWeb(stream) as ReadableStream<Uint8Array>;
}
