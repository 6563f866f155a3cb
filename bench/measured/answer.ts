/** The streamed answer of the complete matrix, from an analysis: what a request adds to the rows. */

import type { Analysis } from '../../src/analysis/analysis.ts';
import { reachability } from '../../src/operations/reachability.ts';
import { bytesOf, gathered } from '../../src/render/body-stream.ts';
import type { Chunk } from '../../src/render/chunk.ts';
import { ndjson } from '../../src/render/ndjson.ts';

/** Writes it to nowhere; gives the bytes. Throws a `ProblemError` where the answer is refused. */
export function writeAnswer(analysis: Analysis): number {
  let bytes = 0;
  const chunks = ndjson.write(reachability.run(analysis, reachability.input.parse({})));
  for (const piece of gathered(chunks as Iterable<Chunk>)) bytes += bytesOf(piece).length;
  return bytes;
}
