/**
 * The matrix by classes, for machines: the tables of source and destination classes once, then one row per source
 * class. What is the same for a thousand workloads is said once.
 */

import { formatRange } from '../algebra/address-set.ts';
import type { Classes } from '../engine/classes.ts';
import type { Row } from '../engine/reach.ts';
import type { AskedMatrix } from '../queries/matrix/asked-matrix.ts';
import { type AnswerRecord, WrittenRecord } from '../render/answer.ts';
import { RowText } from './row-text.ts';

/** `pass`: told of every row that goes by. Outside addresses are left out where they are not asked for. */
export function* matrixRecords(matrix: AskedMatrix, pass: (row: Row) => void): Generator<AnswerRecord | WrittenRecord> {
  const { reach } = matrix;
  yield* classTable(matrix, 'source', reach.sources);
  yield* classTable(matrix, 'destination', reach.destinations);
  const texts = new RowText(matrix);
  for (const row of matrix.everyRow()) {
    pass(row);
    const text = texts.of(row);
    if (text !== undefined) yield new WrittenRecord('row', text);
  }
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
