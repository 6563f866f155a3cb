/**
 * The matrix by classes, for machines: the tables of source and destination classes once, then one row per source
 * class. What is the same for a thousand workloads is said once.
 */

import { formatRange } from '../algebra/address-set.ts';
import { type ConnectionSet, connectionKey, isEmpty } from '../algebra/connection-set.ts';
import type { Classes } from '../engine/classes.ts';
import type { Cell, Reach } from '../engine/reach.ts';
import type { AnswerRecord } from '../render/answer.ts';
import { compareText } from '../util/ordering.ts';
import { connectionJson } from './connection-json.ts';
import type { ConnectionJson } from './results.ts';

/** A part of the matrix in the same records: every peer is a class of its own. */
export function* partRecords(connections: readonly ConnectionJson[]): Generator<AnswerRecord> {
  const sources = [...new Set(connections.map((c) => c.from))];
  const destinations = [...new Set(connections.map((c) => c.to))].sort(compareText);
  for (const [id, peer] of sources.entries()) yield { t: 'class', side: 'source', id, peers: [peer] };
  for (const [id, peer] of destinations.entries()) yield { t: 'class', side: 'destination', id, peers: [peer] };
  const classOf = new Map(destinations.map((peer, id) => [peer, id]));
  const rows = Map.groupBy(connections, (c) => c.from);
  for (const [id, peer] of sources.entries()) {
    const to = (rows.get(peer) ?? []).map(({ to: end, from: _from, ...cell }) => ({
      classes: [classOf.get(end)],
      ...cell,
    }));
    yield { t: 'row', from: id, to };
  }
}

export function* matrixRecords(reach: Reach): Generator<AnswerRecord> {
  yield* classTable(reach, 'source', reach.sources);
  yield* classTable(reach, 'destination', reach.destinations);
  for (const { source, cells } of reach.rows()) {
    if (cells.size > 0) yield { t: 'row', from: source, to: groupCells(cells) };
  }
}

function* classTable(reach: Reach, side: 'source' | 'destination', classes: Classes): Generator<AnswerRecord> {
  for (const [id, members] of classes.members.entries()) {
    const peers = members.map((i) => {
      const node = reach.nodes[i];
      return node?.kind === 'outside' ? formatRange(node.range) : (node?.endpoint.id ?? '');
    });
    yield { t: 'class', side, id, peers };
  }
}

/** Destination classes by what they allow. */
function groupCells(cells: ReadonlyMap<number, Cell>): unknown[] {
  const groups = new Map<string, { cell: Cell; classes: number[] }>();
  for (const [destination, cell] of cells) {
    const key = `${connectionKey(cell.allow)} ${connectionKey(cell.unknown)}`;
    const group = groups.get(key) ?? { cell, classes: [] };
    group.classes.push(destination);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ cell, classes }) => ({ classes, ...cellJson(cell) }));
}

function cellJson({ allow, unknown }: { allow: ConnectionSet; unknown: ConnectionSet }): Record<string, unknown> {
  return { allow: connectionJson(allow), ...(isEmpty(unknown) ? {} : { unknown: connectionJson(unknown) }) };
}
