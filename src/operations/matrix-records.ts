/**
 * The matrix by classes, for machines: the tables of source and destination classes once, then one row per source
 * class. What is the same for a thousand workloads is said once.
 */

import { formatRange } from '../algebra/address-set.ts';
import type { Classes } from '../engine/classes.ts';
import type { Row } from '../engine/reach.ts';
import type { AskedMatrix } from '../queries/matrix/asked-matrix.ts';
import type { AnswerRecord, WrittenRecords } from '../render/answer.ts';
import { RowLines } from './row-lines.ts';

/** `pass`: told of every row that goes by. Outside addresses are left out where they are not asked for. */
export function* matrixRecords(
  matrix: AskedMatrix,
  pass: (row: Row) => void,
): Generator<AnswerRecord | WrittenRecords> {
  const { reach } = matrix;
  yield* classTable(matrix, 'source', reach.sources);
  yield* classTable(matrix, 'destination', reach.destinations);
  const lines = new RowLines(matrix);
  for (const row of matrix.everyRow()) {
    pass(row);
    lines.add(row);
    if (lines.isFull) yield* lines.take();
  }
  yield* lines.take();
}

function* classTable(
  { reach, query }: AskedMatrix,
  side: 'source' | 'destination',
  { members }: Classes,
): Generator<AnswerRecord> {
  for (const [id, ends] of members.entries()) {
    const nodes = ends.flatMap((i) => reach.nodes[i] ?? []);
    if (!query.external && nodes.some((node) => node.kind === 'outside')) continue;
    const peers = nodes.map((node) => (node.kind === 'outside' ? formatRange(node.range) : node.endpoint.id));
    yield { t: 'class', side, id, peers };
  }
}
