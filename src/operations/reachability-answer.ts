/** The matrix in the views the formats are written from. */

import type { Analysis } from '../analysis/analysis.ts';
import type { AnswerRecord, AnswerWith, Table } from '../render/answer.ts';
import { connectionText } from './connection-json.ts';
import { findingsTable } from './findings-table.ts';
import { matrixRecords, partRecords } from './matrix-records.ts';
import { reachabilityGraph } from './reachability-graph.ts';
import type { ConnectionJson, ReachabilityResult } from './results.ts';

/** `whole`: the result is the complete matrix, no part of it. */
export function reachabilityAnswer(
  analysis: Analysis,
  result: ReachabilityResult,
  whole: boolean,
): AnswerWith<'graph'> {
  return {
    json: () => result,
    headline: () => headline(result),
    tables: () =>
      [connectionsTable(result), closedTable(result), reasonsTable(result), findingsTable(result.findings)].flat(),
    records: () => records(result, whole ? matrixRecords(analysis.reach()) : partRecords(result.connections)),
    graph: () => reachabilityGraph(result, headline(result)),
  };
}

function headline({ verdict, complete, summary }: ReachabilityResult): string {
  const { workloads, policies, connections, refused } = summary;
  const counts = `${workloads} workloads, ${policies} policies, ${connections} connections`;
  const lost = [refused > 0 ? `${refused} objects refused` : [], complete ? [] : 'not everything could be read'].flat();
  return [`${verdict}: ${counts}`, ...lost].join('; ');
}

function connectionsTable({ connections }: ReachabilityResult): Table {
  const unknown = connections.some((c) => c.unknown !== undefined);
  const ways = connections.some((c) => c.ways !== undefined);
  return {
    title: 'Connections',
    name: 'connections',
    columns: ['from', 'to', 'allow', ...(unknown ? ['unknown'] : []), ...(ways ? ['through'] : [])],
    rows: connections.map((c) => [
      c.from,
      c.to,
      connectionText(c.allow),
      ...(unknown ? [c.unknown === undefined ? '' : connectionText(c.unknown)] : []),
      ...(ways ? [throughText(c)] : []),
    ]),
    empty: 'Nothing may reach anything.',
  };
}

/** The objects that open a connection from outside, such as `Ingress shop/door`. */
function throughText({ ways = [] }: ConnectionJson): string {
  return [...new Set(ways.map(({ by }) => `${by.kind} ${by.namespace}/${by.name}`))].join(', ');
}

/** Workloads that no connection begins or ends at: they would be missing from the matrix. */
function closedTable({ peers, connections, summary }: ReachabilityResult): Table[] {
  const open = new Set(connections.flatMap((c) => [c.from, c.to]));
  const closed = peers.filter((p) => p.type === 'workload' && !open.has(p.id));
  if (closed.length === 0 || connections.length < summary.connections) return [];
  return [
    {
      title: 'Reach nothing and are reached by nothing',
      name: 'closed',
      columns: ['workload'],
      rows: closed.map((p) => [p.id]),
    },
  ];
}

/** With `explain`: what decided each connection. */
function reasonsTable({ connections }: ReachabilityResult): Table[] {
  const rows = connections.flatMap(({ from, to, reasons = [] }) =>
    reasons.map((r) => [from, to, r.direction, r.verdict, r.policy ? `${r.policy.file}:${r.policy.line}` : '', r.text]),
  );
  if (rows.length === 0) return [];
  return [{ title: 'Reasons', name: 'reasons', columns: ['from', 'to', 'direction', 'verdict', 'where', 'why'], rows }];
}

function* records(result: ReachabilityResult, matrix: Iterable<AnswerRecord>): Generator<AnswerRecord> {
  const { connections: _connections, findings, peers, ...rest } = result;
  for (const peer of peers) if (peer.type === 'workload') yield { t: 'peer', ...peer };
  yield* matrix;
  for (const finding of findings) yield { t: 'finding', ...finding };
  yield { t: 'summary', ...rest };
}
