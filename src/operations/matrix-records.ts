/**
 * The matrix by classes, for machines: the tables of source and destination classes once, then one row per source
 * class. What is the same for a thousand workloads is said once.
 */

import { formatRange } from '../algebra/address-set.ts';
import { isEmpty } from '../algebra/connection-set.ts';
import type { Classes } from '../engine/classes.ts';
import type { Cell, Row } from '../engine/reach.ts';
import type { AskedMatrix } from '../queries/matrix/asked-matrix.ts';
import type { AnswerRecord } from '../render/answer.ts';
import { entryOf } from '../util/ordering.ts';
import { connectionJson } from './connection-json.ts';
import { Runs } from './runs.ts';

/** `pass`: told of every row that goes by. Outside addresses are left out where they are not asked for. */
export function* matrixRecords(matrix: AskedMatrix, pass: (row: Row) => void): Generator<AnswerRecord> {
  const { reach } = matrix;
  yield* classTable(matrix, 'source', reach.sources);
  yield* classTable(matrix, 'destination', reach.destinations);
  const texts = new CellTexts();
  for (const row of matrix.everyRow()) {
    pass(row);
    const to = groupCells(row, matrix, texts);
    if (to.length > 0) yield { t: 'row', from: row.source, to };
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

/** Destination classes by what they allow, as runs: `3-17,20`. */
function groupCells({ destinations, cells }: Row, matrix: AskedMatrix, texts: CellTexts): unknown[] {
  const groups = new Map<Cell, Runs>();
  let last: { readonly id: number; readonly runs: Runs } | undefined;
  for (let i = 0; i < cells.length; i++) {
    const [destination, id] = [destinations[i] as number, cells[i] as number];
    if (!matrix.query.external && matrix.isOutside(destination)) break;
    if (last?.id !== id) {
      const cell = matrix.cells.at(id);
      if (!cell) continue;
      last = { id, runs: entryOf(groups, cell, () => new Runs()) };
    }
    last.runs.add(destination);
  }
  return [...groups].map(([cell, runs]) => ({ classes: runs.text, ...texts.of(cell) }));
}

/** Cells as JSON, each made once. */
class CellTexts {
  readonly #known = new Map<Cell, Record<string, unknown>>();

  of(cell: Cell): Record<string, unknown> {
    const known = this.#known.get(cell);
    if (known) return known;
    const { allow, unknown } = cell;
    const made = { allow: connectionJson(allow), ...(isEmpty(unknown) ? {} : { unknown: connectionJson(unknown) }) };
    this.#known.set(cell, made);
    return made;
  }
}
