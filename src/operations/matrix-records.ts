/**
 * The matrix by classes, for machines: the tables of source and destination classes once, then one row per source
 * class. What is the same for a thousand workloads is said once.
 */

import { formatRange } from '../algebra/address-set.ts';
import type { Node } from '../engine/node.ts';
import type { Row } from '../engine/reach.ts';
import type { AskedMatrix } from '../queries/matrix/asked-matrix.ts';
import { inPieces, type WrittenRecords } from '../render/answer.ts';
import { RowLines } from './row-lines.ts';

/** `pass`: told of every row that goes by. Outside addresses are left out where they are not asked for. */
export function* matrixRecords(matrix: AskedMatrix, pass: (row: Row) => void): Generator<WrittenRecords> {
  const names = matrix.reach.nodes.map((node) => JSON.stringify(nameOf(node)));
  yield* inPieces('class', classLines(matrix, names, 'source'));
  yield* inPieces('class', classLines(matrix, names, 'destination'));
  const lines = new RowLines(matrix);
  for (const row of matrix.everyRow()) {
    pass(row);
    lines.add(row);
    if (lines.isFull) yield* lines.take();
  }
  yield* lines.take();
}

/** `names`: those of the nodes, as they are written. */
function* classLines(
  { reach, query }: AskedMatrix,
  names: readonly string[],
  side: 'source' | 'destination',
): Generator<string> {
  const { members } = side === 'source' ? reach.sources : reach.destinations;
  for (let id = 0; id < members.length; id++) {
    const [first = -1, ...more] = members[id] ?? [];
    if (!query.external && reach.nodes[first]?.kind === 'outside') continue;
    let peers = names[first] ?? '';
    for (const node of more) peers += `,${names[node]}`;
    yield `{"t":"class","side":"${side}","id":${id},"peers":[${peers}]}\n`;
  }
}

function nameOf(node: Node): string {
  return node.kind === 'outside' ? formatRange(node.range) : node.endpoint.id;
}
