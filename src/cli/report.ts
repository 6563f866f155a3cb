/**
 * An answer on standard output. At a terminal nothing that moves the cursor or turns text around gets through, in no
 * form: names in manifests are not to be trusted.
 */

import { type Chunk, textOf } from '../render/chunk.ts';
import { forTerminalLines } from '../util/escape.ts';
import type { Output } from './world.ts';

/** About a write to a pipe. */
const CHUNK_LENGTH = 65_536;
/** How the last line of an NDJSON stream begins that could not go on, see `render/ndjson.ts`. */
const ERROR_RECORD = '{"t":"error"';

/** How the last line of a text begins that comes in chunks. */
class LastLine {
  #head = '';
  #ended = true;

  take(chunk: string): void {
    const before = chunk.lastIndexOf('\n', chunk.length - 2);
    const goesOn = before < 0 && !this.#ended;
    this.#head = `${goesOn ? this.#head : ''}${chunk.slice(before + 1, before + 1 + ERROR_RECORD.length)}`;
    this.#ended = chunk.endsWith('\n');
  }

  get isError(): boolean {
    return this.#head.startsWith(ERROR_RECORD);
  }
}

/** Writes all of it, unless nobody reads any more. True where its last line is a record of an error. */
export async function writeReport(chunks: Iterable<Chunk> | AsyncIterable<Chunk>, output: Output): Promise<boolean> {
  const last = new LastLine();
  let waiting = '';
  const flush = async (): Promise<boolean> => {
    const text = waiting;
    waiting = '';
    last.take(text);
    return output.write(output.isTerminal ? forTerminalLines(text) : text);
  };
  for await (const chunk of chunks) {
    waiting += textOf(chunk);
    if (waiting.length >= CHUNK_LENGTH && !(await flush())) return false;
  }
  if (waiting !== '') await flush();
  return last.isError;
}
