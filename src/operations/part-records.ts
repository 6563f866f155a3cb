/** A part of the matrix in the records of the whole: every peer is a class of its own. */

import type { AnswerRecord } from '../render/answer.ts';
import { compareText } from '../util/ordering.ts';
import type { ConnectionJson, ReachabilityResult } from './results.ts';

export function* partRecords(result: ReachabilityResult): Generator<AnswerRecord> {
  const { connections, findings, peers, ...rest } = result;
  for (const peer of peers) if (peer.type === 'workload') yield { t: 'peer', ...peer };
  yield* rowsOf(connections);
  for (const finding of findings) yield { t: 'finding', ...finding };
  yield { t: 'summary', ...rest };
}

function* rowsOf(connections: readonly ConnectionJson[]): Generator<AnswerRecord> {
  const sources = [...new Set(connections.map((c) => c.from))];
  const destinations = [...new Set(connections.map((c) => c.to))].sort(compareText);
  for (const [id, peer] of sources.entries()) yield { t: 'class', side: 'source', id, peers: [peer] };
  for (const [id, peer] of destinations.entries()) yield { t: 'class', side: 'destination', id, peers: [peer] };
  const classOf = new Map(destinations.map((peer, id) => [peer, id]));
  const rows = Map.groupBy(connections, (c) => c.from);
  for (const [id, peer] of sources.entries()) {
    const to = (rows.get(peer) ?? []).map(({ to: end, from: _from, ...cell }) => ({
      classes: `${classOf.get(end)}`,
      ...cell,
    }));
    yield { t: 'row', from: id, to };
  }
}
