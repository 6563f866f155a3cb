/** The streamed answer of the complete matrix, from an analysis: what a request adds to the rows. */

import type { Analysis } from '../../src/analysis/analysis.ts';
import { reachability } from '../../src/operations/reachability.ts';
import { ndjson } from '../../src/render/ndjson.ts';

/** Writes it to nowhere; gives the bytes. Throws a `ProblemError` where the answer is refused. */
export function writeAnswer(analysis: Analysis): number {
  const encoder = new TextEncoder();
  let bytes = 0;
  for (const chunk of ndjson.write(reachability.run(analysis, reachability.input.parse({})))) {
    bytes += encoder.encode(chunk).length;
  }
  return bytes;
}
