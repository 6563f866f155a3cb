/**
 * The engine against the dense oracle, cell by cell: what it says of two nodes, and what its rows hold for their classes.
 * A row must hold every cell that is not empty, with equal sets, and nothing more.
 */

import {
  type ConnectionSet,
  equal,
  formatConnections,
  isEmpty,
  NONE,
  subtract,
  union,
} from '../../src/algebra/connection-set.ts';
import type { Reach } from '../../src/engine/reach.ts';
import type { DenseCell, DenseReach } from './dense/reach.ts';
import { rowCells } from './row-cells.ts';
import { type SharedEnd, sharedEnds } from './shared-ends.ts';

/** Where the two differ, and about which packets. */
export interface CellDifference {
  readonly from: SharedEnd;
  readonly to: SharedEnd;
  readonly packets: ConnectionSet;
  /** What was asked of the engine: two nodes, or the row of their classes. */
  readonly asked: 'pair' | 'row';
  readonly engine: string;
  readonly dense: string;
}

const EMPTY: DenseCell = { allow: NONE, unknown: NONE };

/** The first difference in the rows of the sources that `wanted` picks; throws where a row is malformed. */
export function cellDifference(
  engine: Reach,
  dense: DenseReach,
  wanted: (source: SharedEnd, index: number) => boolean = () => true,
): CellDifference | undefined {
  const ends = sharedEnds(engine.nodes, dense.nodes);
  for (const from of ends.filter(wanted)) {
    const row = rowOf(engine, from);
    for (const to of ends) {
      const expected = dense.between(from.dense, to.dense);
      const inRow = row.get(engine.destinations.classOf[to.engine] ?? -1) ?? EMPTY;
      const difference =
        differ('pair', engine.between(from.engine, to.engine), expected) ?? differ('row', inRow, expected);
      if (difference) return { from, to, ...difference };
    }
  }
  return undefined;
}

function rowOf(engine: Reach, from: SharedEnd): ReadonlyMap<number, DenseCell> {
  const source = engine.sources.classOf[from.engine] ?? -1;
  const row = engine.row(source);
  const cells = rowCells(engine, row);
  const isStray = [...cells].some(
    ([id, { allow, unknown }]) => id >= engine.destinations.members.length || (isEmpty(allow) && isEmpty(unknown)),
  );
  if (row.source !== source || isStray) throw new Error(`the row of ${from.name} holds what it must not`);
  return cells;
}

function differ(asked: CellDifference['asked'], engine: DenseCell, dense: DenseCell) {
  if (equal(engine.allow, dense.allow) && equal(engine.unknown, dense.unknown)) return undefined;
  const packets = union(apart(engine.allow, dense.allow), apart(engine.unknown, dense.unknown));
  return { asked, packets, engine: describeCell(engine), dense: describeCell(dense) };
}

function apart(a: ConnectionSet, b: ConnectionSet): ConnectionSet {
  return union(subtract(a, b), subtract(b, a));
}

function describeCell({ allow, unknown }: DenseCell): string {
  return `allows ${formatConnections(allow)}, leaves open ${formatConnections(unknown)}`;
}
